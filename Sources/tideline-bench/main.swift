import Glibc

exit(Bench.run(Swift.CommandLine.arguments.dropFirst()))
