import CommandLine
import FoundationEssentials
import Glibc

/// Writes all of a text, however the reader takes it.
func write(_ text: String, to descriptor: Int32) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno != EINTR { return }
    bytes = bytes.dropFirst(max(0, count))
  }
}

signal(SIGPIPE, SIG_IGN)
let environment = ProcessInfo.processInfo.environment
switch CommandLineTool.run(Array(Swift.CommandLine.arguments.dropFirst()), environment: environment) {
case .finished(let output, let errors, let status):
  write(output, to: STDOUT_FILENO)
  write(errors, to: STDERR_FILENO)
  exit(status)
case .screens(let context):
  do {
    exit(try Screens.run(context, environment: environment))
  } catch {
    write(CommandLineTool.complaint(Screens.trouble(error, context), context), to: STDERR_FILENO)
    exit(1)
  }
}
