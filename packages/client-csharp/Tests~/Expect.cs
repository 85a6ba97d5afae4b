using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Parties.Tests
{
    /// <summary>What a test expects; it throws where that is not so.</summary>
    internal static class Expect
    {
        public static void Equal<T>(T expected, T actual)
        {
            if (Equals(expected, actual)) return;
            throw new Exception("expected " + Show(expected) + "\n     got " + Show(actual));
        }

        public static void Sequence<T>(IEnumerable<T> actual, params T[] expected)
        {
            var all = actual.ToArray();
            if (all.SequenceEqual(expected)) return;
            throw new Exception(
                "expected " + string.Join(", ", expected.Select(Show)) + "\n     got " + string.Join(", ", all.Select(Show)));
        }

        public static void True(bool condition, string what)
        {
            if (!condition) throw new Exception("expected: " + what);
        }

        /// <summary>The error of a task that has ended already.</summary>
        public static PartyException Failed(Task task, string code)
        {
            True(task.IsFaulted, "a call that has failed with " + code + ", got " + task.Status);
            var error = task.Exception.GetBaseException() as PartyException;
            True(error != null, "a PartyException, got " + task.Exception.GetBaseException());
            Equal(code, error.Code);
            return error;
        }

        /// <summary>The result of a task that has ended already.</summary>
        public static T Done<T>(Task<T> task)
        {
            Done((Task)task);
            return task.Result;
        }

        public static void Done(Task task)
        {
            if (task.IsFaulted) throw task.Exception.GetBaseException();
            True(task.Status == TaskStatus.RanToCompletion, "a call that has ended, got " + task.Status);
        }

        public static void Pending(Task task)
        {
            True(!task.IsCompleted, "a call that has not ended, got " + task.Status);
        }

        public static PartyException Throws(string code, Action action)
        {
            try
            {
                action();
            }
            catch (PartyException error)
            {
                Equal(code, error.Code);
                return error;
            }
            throw new Exception("expected " + code + ", got nothing");
        }

        private static string Show<T>(T value)
        {
            return value == null ? "null" : value.ToString();
        }
    }
}
