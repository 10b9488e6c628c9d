import Assets
import Domain
import Services

/// How one likes the screens.
enum PreferenceCommand {
  static let all = [
    CommandSpec(
      "preferences", [],
      [
        OptionSpec("--language", "L", .optional, .all(of: Language.self)),
        OptionSpec("--lines", "on|off", .optional, .all(of: DayCommands.Switch.self)),
        OptionSpec("--bell", "on|off", .optional, .all(of: DayCommands.Switch.self)), OptionSpec("--seen"),
      ], run: preferences)
  ]

  /// Says how they are, where nothing is to be different.
  private static func preferences(_ call: Invocation) throws -> Reply {
    let arguments = call.arguments
    let language = try arguments.word("--language", as: Language.self)
    let lines = try arguments.word("--lines", as: DayCommands.Switch.self)
    let bell = try arguments.word("--bell", as: DayCommands.Switch.self)
    let session = try call.session()
    let isAsked = language == nil && lines == nil && bell == nil && !arguments.has("--seen")
    let likes =
      isAsked
      ? try Reading.preferences(of: session.actor.id, in: session.house)
      : try KeepPreferences(
        language: language?.rawValue, drawsLines: lines.map { $0 == .on }, rings: bell.map { $0 == .on }
      ).perform(by: session.actor.id, at: call.now, in: session.house)
    return reply(likes, call)
  }

  private static func reply(_ likes: Preferences, _ call: Invocation) -> Reply {
    let unsaid = call.words["preferences.unsaid"]
    let lines = likes.drawsLines.map { $0 ? "on" : "off" }
    return Reply(
      [
        "language": .text(likes.language), "lines": .text(lines), "bell": .bool(likes.rings == true),
        "shown_round": .bool(likes.wasShownRound),
      ],
      text: call.words(
        "preferences.text",
        [
          "language": likes.language ?? unsaid, "lines": lines ?? unsaid,
          "bell": call.words[likes.rings == true ? "audit.yes" : "audit.no"],
          "shown": call.words[likes.wasShownRound ? "audit.yes" : "audit.no"],
        ]))
  }
}
