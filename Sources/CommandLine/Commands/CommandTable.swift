/// What commands are about, in the order in which help tells them.
enum CommandGroup: String, CaseIterable {
  case day, customers, collisions, evening, requests, orders, rules, base

  var commands: [CommandSpec] {
    switch self {
    case .day:
      DayCommands.all + DialCommand.all + NoteCommands.all + TeamTextCommands.all + ListCommands.ofTheDay
        + KeepingCommands.ofTheDay
        + TomorrowCommands.all
    case .customers:
      ListCommands.ofTheSea + CustomerCommands.all + ChangeCommands.all + ContactCommands.all
        + ProfileCommands.all + DocumentCommands.all + TaskCommands.all
        + ViewCommands.all + ImportCommands.all + LostCommands.ofCustomers
    case .collisions: CheckCommands.all + DisputeCommands.all
    case .evening:
      EveningCommands.all + ReportCommands.all + CallRecordCommands.all + EngineCommands.ofTheEvening
    case .requests:
      ApprovalCommands.all + KeepingCommands.ofRequests + LostCommands.ofRequests + CooperationCommands.all
        + ApplicationCommands.all
    case .orders: OrderCommands.all
    case .rules:
      HouseCommands.ofPeople + HandoverCommands.all + KeepingCommands.ofTheHouse + PolicyCommands.all
        + CalendarCommands.all
        + ListCommands.ofTheHouse
    case .base:
      HouseCommands.ofTheBase + EngineCommands.ofTheBase + DoctorCommand.all + LookupCommands.all
        + PreferenceCommand.all + HelpCommand.all
    }
  }
}

/// All commands there are.
enum CommandTable {
  static let all: [CommandSpec] = CommandGroup.allCases.flatMap(\.commands)

  /// The screens themselves.
  private static let screens = CommandSpec("", [], [.plain]) { throw ScreensWanted(context: $0.context) }

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
        throw unknown(first, second)
      }
      throw .missing(member.name)
    }
    throw unknown(first, rest.dropFirst().first)
  }

  /// That a command is not known, with the one that may have been meant.
  static func unknown(_ first: String, _ second: String?) -> UsageError {
    let isGroup = all.contains { $0.name.hasPrefix(first + " ") }
    if let second, !second.hasPrefix("-") {
      let both = "\(first) \(second)"
      let nearest = Nearest.word(to: both, among: all.map(\.name).filter { $0.contains(" ") })
      if isGroup || nearest != nil { return .unknownCommand(isGroup ? both : first, nearest: nearest) }
    }
    let firsts = all.map { String($0.name.prefix { $0 != " " }) }
    return .unknownCommand(first, nearest: Nearest.word(to: first, among: firsts))
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
