using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

IConfig config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(Path.GetTempPath(), "ContactsPS.MicroBenchmarks"));

// In this process: a project that BenchmarkDotNet generates below this one would be built with the repository's rules.
string[] options = [.. args.Length == 0 ? ["--filter", "*"] : args, "--inProcess"];
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(options, config);
