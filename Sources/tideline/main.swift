import CommandLine
import Desk
import Glibc
import TerminalKit

/// Writes all of a text, however the reader takes it.
///
/// - Returns: the error number of the system where it can't be written; 0 where it is, or where the reader had enough.
@discardableResult
func write(_ text: String, to descriptor: Int32) -> Int32 {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno != EINTR { return errno == EPIPE ? 0 : errno }
    bytes = bytes.dropFirst(max(0, count))
  }
  return 0
}

/// The variables of the environment: read at every start, and Foundation's way costs a tenth of the shortest.
func environmentVariables() -> [String: String] {
  var variables: [String: String] = [:]
  var place = environ
  while let entry = place.pointee {
    let text = String(cString: entry)
    if let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
      variables[String(text[..<sign])] = String(text[text.utf8.index(after: sign)...])
    }
    place += 1
  }
  return variables
}

signal(SIGPIPE, SIG_IGN)
let environment = environmentVariables()
let arguments = Array(Swift.CommandLine.arguments.dropFirst())
let width: ((String) -> Int)? = isatty(STDOUT_FILENO) == 1 ? { TextWidth.of($0) } : nil
switch CommandLineTool.run(
  arguments, environment: environment, keys: { CheatSheet.lines }, width: width)
{
case .finished(let output, let errors, let status):
  let failure = write(output, to: STDOUT_FILENO)
  write(errors, to: STDERR_FILENO)
  if failure == 0 { exit(status) }
  write(
    CommandLineTool.complaint(of: OutputFailure(code: failure), arguments, environment), to: STDERR_FILENO)
  exit(1)
case .screens(let context):
  do {
    exit(try Screens.run(context, environment: environment))
  } catch {
    write(CommandLineTool.complaint(Screens.trouble(error, context), context), to: STDERR_FILENO)
    exit(1)
  }
}
