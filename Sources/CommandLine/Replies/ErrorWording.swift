import Assets
import Domain
import Glibc
import Services

/// Words whatever a command may throw: its code, and one line that says what happened and what to do.
struct ErrorWording {
  private let wording: Wording
  /// What "today" is in the texts.
  private let now: Instant

  init(_ wording: Wording, at now: Instant) {
    self.wording = wording
    self.now = now
  }

  /// Where no house is known: moments are told by the calendar that ships.
  init(_ words: Words, at now: Instant) {
    let calendar = (try? HouseRules.shipped())?.calendar
    let plain = HouseCalendar(utcOffset: 0, deskHours: 0..<1440, exceptions: [:])
    self.init(Wording(words, calendar: calendar ?? plain), at: now)
  }

  var words: Words { wording.words }

  /// What goes to standard error: one line, or one object with `code` and `message`.
  func line(_ error: any Error, asJSON: Bool) -> String {
    let (code, text) = describe(error)
    let message = Reply.inOneLine(text)
    if !asJSON { return "tideline: \(message)\n" }
    return JSONOutput.object(["code": .text(code), "message": .text(message)]).line + "\n"
  }

  func describe(_ error: any Error) -> (code: String, message: String) {
    switch error {
    case let refusal as Refusal: (refusal.code, text(of: refusal))
    case let failure as DatabaseFailure: (code(of: failure), wording.text(of: failure))
    case let usage as UsageError: ("usage", text(of: usage))
    case let unknown as UnknownChoice: ("invalid_field", text(of: unknown))
    case let problem as PolicyProblem: ("bad_policy", text(of: problem))
    case let failure as FileFailure: ("bad_file", text(of: failure))
    case let problem as CalendarFile.Problem: ("bad_calendar", text(of: problem))
    case let error as ImportError: ("bad_file", text(of: error))
    case let halt as ImportHalt: (halt.rawValue, words["import.\(halt.rawValue)"])
    case let stopped as ImportStopped: (describe(stopped.cause).code, text(of: stopped))
    case let error as DocumentError: ("bad_file", wording.text(of: error))
    case let error as RejectsError: ("bad_file", text(of: error))
    case let failure as DialFailure: ("dial_failed", wording.text(of: failure))
    case let failure as OutputFailure: ("unwritable", text(of: failure))
    case let trouble as NoScreens: (trouble.code, trouble.message)
    default: ("failed", "\(error)")
    }
  }

  private func text(of failure: OutputFailure) -> String {
    words("output.unwritable", ["reason": String(cString: strerror(failure.code))])
  }

  private func text(of refusal: Refusal) -> String {
    wording.text(of: refusal, at: now)
  }

  private func code(of failure: DatabaseFailure) -> String {
    switch failure {
    case .missing: "no_base"
    case .exists: "exists"
    case .notADatabase: "not_a_base"
    case .newerVersion: "newer_version"
    case .moved: "moved"
    case .readOnly: "read_only"
    case .locked: "locked"
    case .full: "disk_full"
    case .cannotOpen: "cannot_open"
    case .failed, .interrupted: "failed"
    }
  }

  private func text(of usage: UsageError) -> String {
    switch usage {
    case .unknownCommand(let word, let nearest):
      words("usage.unknown_command", ["word": shown(word), "meant": meant(nearest)])
    case .unknownOption(let word, let nearest):
      words("usage.unknown_option", ["word": shown(word), "meant": meant(nearest)])
    case .missingValue(let word): words("usage.missing_value", ["word": word])
    case .missing(let word): words("usage.missing", ["word": word])
    case .twice(let word): words("usage.twice", ["word": word])
    case .surplus(let word): words("usage.surplus", ["word": shown(word)])
    case .badValue(let value, let name, let expected):
      words("usage.bad_value", ["value": shown(value), "name": name, "expected": expected])
    }
  }

  private func meant(_ nearest: String?) -> String {
    nearest.map { words("usage.meant", ["word": $0]) } ?? ""
  }

  private func text(of unknown: UnknownChoice) -> String {
    words(
      "usage.bad_value",
      [
        "value": shown(unknown.value), "name": unknown.option,
        "expected": unknown.expected.joined(separator: ", "),
      ])
  }

  func shown(_ word: String) -> String {
    word.count <= 60 ? word : word.prefix(60) + "~"
  }

  private func text(of problem: CalendarFile.Problem) -> String {
    switch problem {
    case .line(let number, let text): words("calendar.bad_line", ["line": String(number), "text": text])
    case .twice(let number, let day): words("calendar.twice", ["line": String(number), "day": day.iso])
    case .incompleteYear(let year): words("calendar.incomplete", ["year": String(year)])
    case .empty: words["calendar.empty"]
    }
  }

  private func text(of failure: FileFailure) -> String {
    switch failure {
    case .unreadable(let path): words("file.unreadable", ["path": path])
    case .inFile(let path, let problem): "\(path): \(text(of: problem))"
    }
  }

  private func text(of problem: PolicyProblem) -> String {
    let path = problem.path.isEmpty ? words["policy.whole"] : problem.path
    switch problem.kind {
    case .notJSON: return words["policy.not_json"]
    case .unknownKey: return words("policy.unknown_key", ["path": path])
    case .missing: return words("policy.missing", ["path": path])
    case .expected(let what): return words("policy.expected", ["path": path, "what": what])
    case .duplicate(let name): return words("policy.duplicate", ["path": path, "name": shown(name)])
    }
  }
}

/// A file that a command was given is of no use.
enum FileFailure: Error {
  case unreadable(path: String)
  case inFile(path: String, PolicyProblem)
}
