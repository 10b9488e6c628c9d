/// All commands there are.
enum CommandTable {
  static let all: [CommandSpec] =
    HouseCommands.all
    + CustomerCommands.all
    + CheckCommands.all
    + ApplicationCommands.all
    + ChangeCommands.all
    + DisputeCommands.all
    + OrderCommands.all
    + NoteCommands.all
    + ListCommands.all
    + DayCommands.all
    + TomorrowCommands.all
    + EveningCommands.all
    + ViewCommands.all
    + KeepingCommands.all
    + ImportCommands.all
    + EngineCommands.all
    + LookupCommands.all
    + PolicyCommands.all
    + CalendarCommands.all
    + DoctorCommand.all
    + HelpCommand.all

  /// The screens themselves.
  private static let screens = CommandSpec("") { throw ScreensWanted(context: $0.context) }

  /// The command that the words name, and the words that are left. Global options may stand before it.
  static func find(_ words: [String]) throws(UsageError) -> (CommandSpec, [String]) {
    let (options, rest) = leadingOptions(words)
    // As everybody tries it on a program he does not know.
    if words.first == "--version", let version = named("version") {
      return (version, Array(words.dropFirst()))
    }
    guard let first = rest.first else { return (screens, words) }
    if let second = rest.dropFirst().first, let spec = named("\(first) \(second)") {
      return (spec, options + rest.dropFirst(2))
    }
    if let spec = named(first) { return (spec, options + rest.dropFirst()) }
    // A group without its second word: "person", "engine".
    if let member = all.first(where: { $0.name.hasPrefix(first + " ") }) {
      if rest.contains("--help"), let help = named("help") { return (help, options + [first]) }
      if let second = rest.dropFirst().first, !second.hasPrefix("-") {
        throw .unknownCommand("\(first) \(second)")
      }
      throw .missing(member.name)
    }
    throw .unknownCommand(first)
  }

  static func named(_ name: String) -> CommandSpec? {
    all.first { $0.name == name }
  }

  private static func leadingOptions(_ words: [String]) -> ([String], ArraySlice<String>) {
    var index = 0
    while index < words.count, words[index].hasPrefix("--") {
      let takesValue = OptionSpec.global.contains { $0.name == words[index] && $0.value != nil }
      index += takesValue ? 2 : 1
    }
    index = min(index, words.count)
    return (Array(words[..<index]), words[index...])
  }
}
