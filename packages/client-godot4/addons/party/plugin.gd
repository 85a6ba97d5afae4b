@tool
extends EditorPlugin
## The addon is made of classes alone, which Godot finds by itself: there is nothing to set up.
