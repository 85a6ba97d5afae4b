using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Parties.Tests
{
    /// <summary>Marks a method that is a test. It may return a task.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class TestAttribute : Attribute
    {
    }

    internal static class Program
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        /// <summary>
        /// Runs every test, or those whose name contains the argument, each with an object of its own.
        /// </summary>
        private static int Main(string[] args)
        {
            var passed = 0;
            var failed = 0;
            var unobserved = 0;
            TaskScheduler.UnobservedTaskException += (sender, error) => unobserved++;
            foreach (var test in Tests().Where(test => args.Length == 0 || NameOf(test).Contains(args[0])))
            {
                var error = Run(test);
                if (error == null) passed++;
                else failed++;
                if (error != null) Console.WriteLine("FAILED " + NameOf(test) + "\n" + error);
            }
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (unobserved > 0)
            {
                failed++;
                Console.WriteLine("FAILED " + unobserved + " errors of tasks were seen by nobody");
            }
            Console.WriteLine(passed + " passed, " + failed + " failed");
            return failed == 0 && passed > 0 ? 0 : 1;
        }

        private static MethodInfo[] Tests()
        {
            return Assembly.GetExecutingAssembly().GetTypes()
                .SelectMany(type => type.GetMethods())
                .Where(method => method.GetCustomAttribute<TestAttribute>() != null)
                .ToArray();
        }

        private static string NameOf(MethodInfo test)
        {
            return test.DeclaringType.Name + "." + test.Name;
        }

        private static string Run(MethodInfo test)
        {
            try
            {
                var task = test.Invoke(Activator.CreateInstance(test.DeclaringType), null) as Task;
                if (task != null && !task.Wait(Patience)) return "it has not ended within " + Patience;
                return null;
            }
            catch (Exception error)
            {
                return error.GetBaseException().ToString();
            }
        }
    }
}
