using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Party.Tests")]
