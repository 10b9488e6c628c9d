import Assets
import Domain
import FoundationEssentials
import Glibc
import Services

/// How the program was called: its environment and the options every command understands.
package struct Context: Sendable {
  /// Where the base is.
  package let path: String
  /// Whether that was said, or is where a base is by default.
  let isPathGiven: Bool
  /// As whom to act, where that was said.
  package let login: String?
  package let words: Words
  /// Whether its language was asked for, and is not that of the locale.
  package let isLanguageGiven: Bool
  /// The moment at which the call began, which is that of all it does.
  let began: Instant
  /// Whether that was said (sandbox bases only).
  package let isClockSet: Bool
  /// The host's clock, and what it showed when the call began.
  private let clock: @Sendable () -> Instant
  private let hostBegan: Instant
  let isJSON: Bool
  /// The screens are read aloud.
  package let isPlain: Bool
  let environment: [String: String]

  init(
    _ arguments: ParsedArguments, environment: [String: String], clock: @escaping @Sendable () -> Instant
  ) throws {
    words = Words(try Context.language(arguments, environment))
    isLanguageGiven = arguments.value("--lang") != nil
    let given = arguments.value("--db") ?? environment.nonEmpty("TIDELINE_DB")
    path = given ?? Context.defaultPath(environment)
    isPathGiven = given != nil
    login = arguments.value("--as")
    isJSON = arguments.has("--json")
    isPlain = arguments.has("--plain")
    self.environment = environment
    let set = try Context.setClock(arguments, environment, base: path)
    self.clock = clock
    hostBegan = clock()
    began = set ?? hostBegan
    isClockSet = set != nil
  }

  /// What ships. Read when it is first asked for: not every call needs a house.
  package var rules: HouseRules { get throws { try .shipped() } }

  /// The time of the house in what goes on for a while: the host's, or one that was set and runs on from there.
  package func now() -> Instant { began + (clock() - hostBegan) }

  /// The same call on the base of a demo, as one of its people unless another was named.
  func demo(path: String, login: String) -> Context {
    Context(self, path: path, login: self.login ?? login)
  }

  private init(_ other: Context, path: String, login: String) {
    self.path = path
    self.login = login
    isPathGiven = other.isPathGiven
    (words, isLanguageGiven) = (other.words, other.isLanguageGiven)
    (began, isClockSet) = (other.began, other.isClockSet)
    (clock, hostBegan) = (other.clock, other.hostBegan)
    (isJSON, isPlain) = (other.isJSON, other.isPlain)
    environment = other.environment
  }

  package static func hostTime() -> Instant {
    Instant(seconds: Int64(time(nil)))
  }

  private static func setClock(
    _ arguments: ParsedArguments, _ environment: [String: String], base path: String
  ) throws -> Instant? {
    guard let text = arguments.value("--now") ?? environment.nonEmpty("TIDELINE_NOW") else { return nil }
    let rules = try HouseRules.shipped()
    guard let moment = rules.calendar.moment(iso8601: text) else {
      throw UsageError.badValue(text, of: "--now", expected: "2026-11-26T14:30:00+08:00")
    }
    // A zone of its own makes it the same moment everywhere; without one it is the time of this house (R4.5).
    if rules.calendar.at(utcOffset: rules.calendar.utcOffset + 3600).moment(iso8601: text) == moment {
      return moment
    }
    let house = try? House(path: path, access: .read, rules: rules, origin: "command")
    try? house?.takeUpRules(at: moment)
    return house?.rules.calendar.moment(iso8601: text) ?? moment
  }

  /// From the option, else from the locale; a locale that says nothing is English.
  static func language(
    _ arguments: ParsedArguments?, _ environment: [String: String]
  ) throws(UsageError) -> Language {
    if let text = arguments?.value("--lang") {
      return try ParsedArguments.word(text, of: "--lang", as: Language.self)
    }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.compactMap { environment.nonEmpty($0) }.first ?? ""
    return locale.hasPrefix("zh") ? .chinese : .english
  }

  /// The XDG data folder (unset or empty: ~/.local/share).
  static func defaultPath(_ environment: [String: String], file: String = "tideline.db") -> String {
    let home = environment.nonEmpty("HOME") ?? "/"
    return (environment.nonEmpty("XDG_DATA_HOME") ?? home + "/.local/share") + "/tideline/" + file
  }
}

extension [String: String] {
  func nonEmpty(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
