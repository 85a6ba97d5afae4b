using System;
using System.Threading.Tasks;

/// <summary>What has to come of a snippet.</summary>
public static class Expect
{
    public static void That(bool condition, string what)
    {
        if (!condition) throw new Exception("expected " + what);
    }

    /// <summary>Waits until it is so, at most ten seconds.</summary>
    public static async Task SoonAsync(Func<bool> condition, string what)
    {
        for (var tries = 0; tries < 1000 && !condition(); tries++) await Task.Delay(10);
        That(condition(), what);
    }
}
