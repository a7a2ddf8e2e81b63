import Glibc

exit(Bench.start(Array(CommandLine.arguments.dropFirst())))
