import Assets
import Domain
import FoundationEssentials
import Services

/// The program as it is called: finds the command, runs it, words what went wrong.
package enum CommandLineTool {
  /// What is to be done with a call.
  package enum Outcome {
    /// It is done; what goes to standard output and standard error, and the exit status.
    case finished(output: String, errors: String, status: Int32)
    /// The screens are wanted.
    case screens(Context)
  }

  /// - Parameters:
  ///   - words: the arguments without the program's name.
  ///   - clock: the host's.
  ///   - keys: those of the screens.
  ///   - width: how many columns a text takes on the terminal that the answer goes to; nil where it goes to none.
  package static func run(
    _ words: [String], environment: [String: String],
    clock: @escaping @Sendable () -> Instant = Context.hostTime,
    keys: () -> [KeyLine] = { [] }, width: ((String) -> Int)? = nil
  ) -> Outcome {
    func finished(_ reply: Reply, _ context: Context) -> Outcome {
      let output = reply.rendered(asJSON: context.isJSON, width: width)
      return .finished(output: output, errors: "", status: reply.status)
    }
    var call: Invocation?
    do {
      let (spec, rest) = try CommandTable.find(words)
      let arguments = try ParsedArguments(rest, spec: spec)
      let context = try Context(arguments, environment: environment, clock: clock)
      if let reply = spec.itself, !arguments.has("--help") { return finished(reply, context) }
      if spec.name.isEmpty, !arguments.has("--help") { return .screens(context) }
      let invocation = try Invocation(arguments, context)
      call = invocation
      if arguments.has("--help") { return finished(try HelpCommand.reply(spec, invocation), context) }
      return finished(try spec.run(invocation), context)
    } catch let request as ScreensWanted {
      return .screens(request.context)
    } catch let request as KeysWanted {
      return finished(KeysReply(keys(), request.context).reply, request.context)
    } catch {
      return failed(error, words, environment, call)
    }
  }

  /// What goes to standard error where the screens did not open: the same as of any command (R12.1).
  package static func complaint(_ error: any Error, _ context: Context) -> String {
    ErrorWording(context.words, at: context.now())
      .line(error, asJSON: context.isJSON)
  }

  /// What goes to standard error where the answer could not be written.
  package static func complaint(
    of failure: OutputFailure, _ words: [String], _ environment: [String: String]
  ) -> String {
    ErrorWording(Words(language(words, environment)), at: Context.hostTime())
      .line(failure, asJSON: words.contains("--json"))
  }

  private static func failed(
    _ error: any Error, _ words: [String], _ environment: [String: String], _ call: Invocation?
  ) -> Outcome {
    let wording =
      call?.errors ?? ErrorWording(Words(language(words, environment)), at: Context.hostTime())
    let line = wording.line(error, asJSON: words.contains("--json"))
    return .finished(output: "", errors: line, status: error is UsageError ? 2 : 1)
  }

  /// The language, however broken the rest of the call may be.
  private static func language(_ words: [String], _ environment: [String: String]) -> Language {
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      let text = word == "--lang" ? next : String(word.trimmingPrefix("--lang="))
      if word.hasPrefix("--lang"), let language = Language(rawValue: text) { return language }
    }
    return (try? Context.language(nil, environment)) ?? .english
  }
}

/// The answer can't be written where it was to go, as on a full disk. What was done is done.
package struct OutputFailure: Error {
  let code: Int32

  /// - Parameter code: the error number of the system.
  package init(code: Int32) {
    self.code = code
  }
}

/// The screens can't be shown here.
package struct NoScreens: Error {
  let code: String
  let message: String

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

/// Thrown by a command that prepared a base for the screens.
struct ScreensWanted: Error {
  let context: Context
}
