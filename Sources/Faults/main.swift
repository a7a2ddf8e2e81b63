import Glibc

exit(Faults.start(Array(CommandLine.arguments.dropFirst())))
