import { inBrowser, onContentUpdated, type Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { h } from 'vue'
import OpeningScene from '../../playground/components/OpeningScene.vue'
import { keepLanguage } from './language-tabs.ts'
import LifeOfParty from './pictures/LifeOfParty.vue'
import SequencePicture from './pictures/SequencePicture.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  // The picture on the front page is a party that goes on while one looks.
  Layout: () => h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(OpeningScene) }),
  setup() {
    if (inBrowser) onContentUpdated(keepLanguage())
  },
  enhanceApp({ app }) {
    app.component('LifeOfParty', LifeOfParty)
    app.component('SequencePicture', SequencePicture)
  },
} satisfies Theme
