import Domain
import FoundationEssentials

/// Reads a policy file (R4.1-R4.3): JSON with comments, every key known, every figure within bounds.
package enum PolicyReader {
  private static let keys: Set<String> = [
    "name", "title", "department_kind", "utc_offset", "desk_hours", "capacity", "daily_picks", "cool_down",
    "clocks", "release",
    "warnings", "warned_in_time", "undo", "extension", "fuse", "contact_time_back", "renewing_tries",
    "intents",
    "stages", "kinds",
    "outcomes", "release_reasons", "required", "targets", "visits", "tomorrow", "evening_close",
    "service_axis", "applications", "order_hold", "reentry", "lost", "calling", "suspicions",
    "signed", "when",
  ]

  package static func read(_ data: Data) throws(PolicyProblem) -> Policy {
    guard let json = try? JSONValue(json5: data) else { throw PolicyProblem("", .notJSON) }
    return try policy(try JSONObject(try completed(json), path: "", keys: keys))
  }

  /// What a file leaves out it takes from the shipped policy it is based on, key by key of the top level.
  private static func completed(_ json: JSONValue) throws(PolicyProblem) -> JSONValue {
    guard case .object(var values) = json else { return json }
    guard let base = values.removeValue(forKey: "based_on") else { return .object(upToDate(values)) }
    guard case .text(let name) = base, let shipped = shipped(name) else {
      throw PolicyProblem("based_on", .expected(ShippedPolicies.names.joined(separator: ", ")))
    }
    if shipped["based_on"] != nil {
      throw PolicyProblem("based_on", .expected("a policy that stands by itself"))
    }
    return .object(shipped.merging(values) { _, own in own })
  }

  /// A policy that a house adopted before these parts came with the program takes those that ship (R4.15).
  private static func upToDate(_ values: [String: JSONValue]) -> [String: JSONValue] {
    var values = values
    for key in laterKeys where values[key] == nil {
      guard case .text(let name)? = values["name"] else { continue }
      values[key] = shipped(name)?[key] ?? shipped("channel")?[key]
    }
    return values
  }

  private static let laterKeys = [
    "department_kind", "service_axis", "visits", "tomorrow", "evening_close", "applications", "order_hold",
    "reentry", "lost", "calling", "suspicions", "signed",
  ]

  private static func shipped(_ name: String) -> [String: JSONValue]? {
    guard ShippedPolicies.names.contains(name),
      case .object(let values) = try? JSONValue(json5: Data(Asset.bytes("policies/\(name).json")))
    else { return nil }
    return values
  }

  private static func policy(_ file: JSONObject) throws(PolicyProblem) -> Policy {
    let clocks = try distinct(try file.items("clocks", clock), by: \.name, in: file.keyPath("clocks"))
    let required = try JSONObject(try file.value("required"), path: "required", keys: ["company", "person"])
    return Policy(
      name: try file.text("name"), title: try file.title("title"),
      departmentKind: try file.word("department_kind", as: DepartmentKind.self),
      utcOffset: try utcOffset(file),
      deskHours: try deskHours(file), capacity: try file.integer("capacity", in: 1...100_000),
      dailyPicks: try file.integer("daily_picks", in: 0...100_000),
      coolDownDays: try file.integer("cool_down", in: 0...3660), clocks: clocks,
      release: try release(file), warnings: try warnings(file, clocks: clocks),
      warnedInTime: Int64(try file.amount("warned_in_time", unit: "h", in: 1...240)) * 3600,
      undoSeconds: Int64(try file.amount("undo", unit: "s", in: 0...3600)), extensions: try extensions(file),
      fuse: try fuse(file),
      notes: try noteRules(file),
      intents: try intents(file), stages: try file.items("stages", JSONObject.title),
      releaseReasons: try titles("release_reasons", in: file, of: ReleaseReason.self),
      requiredOfCompany: try required.items("company", field),
      requiredOfPerson: try required.items("person", field),
      targets: try targets(file), list: try list(file), axis: try axis(file), when: try when(file),
      applications: try applications(file),
      orderHoldDays: try file.amount("order_hold", unit: "wd", in: 1...366),
      reentryDays: try file.amount("reentry", unit: "d", in: 0...3660),
      lostDays: try file.amount("lost", unit: "d", in: 1...3660), calling: try calling(file),
      suspicions: try suspicions(file), signed: try signed(file))
  }

  private static func utcOffset(_ file: JSONObject) throws(PolicyProblem) -> Int {
    guard let seconds = UTCOffset.seconds(try file.text("utc_offset")) else {
      throw PolicyProblem("utc_offset", .expected("an offset like +08:00"))
    }
    return seconds
  }

  private static func deskHours(_ file: JSONObject) throws(PolicyProblem) -> Range<Int> {
    let ends = try file.text("desk_hours").split(separator: "-").map(JSONObject.minute)
    guard ends.count == 2, let opens = ends[0], let closes = ends[1], opens < closes else {
      throw PolicyProblem("desk_hours", .expected("hours like 09:00-18:00"))
    }
    return opens..<closes
  }

  private static func clock(_ value: JSONValue, _ path: String) throws(PolicyProblem) -> ClockRule {
    let clock = try JSONObject(value, path: path, keys: ["name", "title", "watches", "length", "repeats"])
    guard let length = ClockLength(try clock.text("length")) else {
      throw PolicyProblem(clock.keyPath("length"), .expected("a length like 30d, 5wd or 6mo, up to 3660"))
    }
    return ClockRule(
      name: try clock.text("name"), title: try clock.title("title"),
      watches: try clock.word("watches", as: WatchedEvent.self), length: length,
      repeats: try clock.bool("repeats"))
  }

  private static func release(_ file: JSONObject) throws(PolicyProblem) -> ReleaseMoment {
    let release = try JSONObject(
      try file.value("release"), path: "release", keys: ["moment", "rest_day", "announced"])
    let restDay = try release.word("rest_day", as: RestDay.self)
    return ReleaseMoment(
      minute: try release.minute("moment"), movesOffRestDays: restDay == .move,
      isAnnounced: release.has("announced") ? try release.bool("announced") : false)
  }

  private enum RestDay: String, CaseIterable { case keep, move }

  /// Longest first. Nobody is released unwarned (R4.7): clocks need at least one level, each shorter than the clock.
  private static func warnings(_ file: JSONObject, clocks: [ClockRule]) throws(PolicyProblem) -> [Int] {
    let levels = try file.items("warnings") { value, path throws(PolicyProblem) in
      guard case .number(let number) = value, let days = Int(exactly: number), (0...366).contains(days) else {
        throw PolicyProblem(path, .expected("days, 0 to 366"))
      }
      if let clock = clocks.first(where: { $0.length.isShorter(thanDays: days) }) {
        throw PolicyProblem(path, .expected("fewer days than clock \(clock.name) has"))
      }
      return days
    }
    if levels.isEmpty && !clocks.isEmpty { throw PolicyProblem("warnings", .expected("at least one level")) }
    return try distinct(levels, by: \.description, in: "warnings").sorted(by: >)
  }

  private static func intents(_ file: JSONObject) throws(PolicyProblem) -> [IntentLevel] {
    let levels = try file.items("intents") { value, path throws(PolicyProblem) in
      let level = try JSONObject(
        value, path: path, keys: ["level", "title", "criteria", "rhythm", "buys_within"])
      _ = try level.value("rhythm")
      return IntentLevel(
        level: try level.text("level"), title: try level.title("title"),
        criteria: level.has("criteria") ? try level.title("criteria") : nil,
        rhythmDays: try days("rhythm", level),
        buysWithinDays: try days("buys_within", level))
    }
    if levels.isEmpty { throw PolicyProblem("intents", .expected("at least one level")) }
    return try distinct(levels, by: \.level, in: "intents")
  }

  /// Nil where it is left out or null.
  private static func days(_ key: String, _ level: JSONObject) throws(PolicyProblem) -> Int? {
    level.has(key) ? try level.amount(key, unit: "d", in: 1...366) : nil
  }

  private static func extensions(_ file: JSONObject) throws(PolicyProblem) -> ExtensionRules {
    let rules = try JSONObject(try file.value("extension"), path: "extension", keys: ["manager", "director"])
    let manager = try rules.amount("manager", unit: "d", in: 0...366)
    return ExtensionRules(
      managerDays: manager, mostDays: try rules.amount("director", unit: "d", in: manager...366))
  }

  private static func fuse(_ file: JSONObject) throws(PolicyProblem) -> FuseRules {
    let keys: Set = ["count", "percent", "behind", "ahead", "jump"]
    let fuse = try JSONObject(try file.value("fuse"), path: "fuse", keys: keys)
    return FuseRules(
      count: try fuse.integer("count", in: 0...10_000_000), percent: try fuse.integer("percent", in: 0...100),
      behind: Int64(try fuse.amount("behind", unit: "m", in: 1...1440)) * 60,
      ahead: Int64(try fuse.amount("ahead", unit: "d", in: 1...3660)) * 86_400,
      jump: Int64(try fuse.amount("jump", unit: "m", in: 1...1440)) * 60)
  }

  private static func targets(_ file: JSONObject) throws(PolicyProblem) -> Targets {
    let keys: Set = ["effective_calls", "ab_customers", "new_customers"]
    let targets = try JSONObject(try file.value("targets"), path: "targets", keys: keys)
    return Targets(
      effectiveCalls: try targets.integer("effective_calls", in: 0...10_000),
      abCustomers: try targets.integer("ab_customers", in: 0...10_000),
      newCustomers: try targets.integer("new_customers", in: 0...10_000),
      visits: try file.integer("visits", in: 0...10_000))
  }

  private static func suspicions(_ file: JSONObject) throws(PolicyProblem) -> SuspicionRules {
    let keys: Set = [
      "same_text", "short_text", "undialled_a_minute", "ring", "last_minute", "checks_a_day", "soon_released",
    ]
    let signs = try JSONObject(try file.value("suspicions"), path: "suspicions", keys: keys)
    return SuspicionRules(
      sameText: try signs.integer("same_text", in: 2...10_000),
      shortText: try signs.integer("short_text", in: 0...1000),
      callsAMinute: try signs.integer("undialled_a_minute", in: 2...1000),
      ringDays: try signs.amount("ring", unit: "d", in: 0...3660),
      lastSeconds: Int64(try signs.amount("last_minute", unit: "m", in: 0...1440)) * 60,
      checksADay: try signs.integer("checks_a_day", in: 1...100_000),
      soonReleasedDays: try signs.amount("soon_released", unit: "d", in: 0...366))
  }

  private static func signed(_ file: JSONObject) throws(PolicyProblem) -> SignedRules {
    let signed = try JSONObject(
      try file.value("signed"), path: "signed", keys: ["return_call", "old_order", "renewal"])
    for key in ["return_call", "old_order"] { _ = try signed.value(key) }
    return SignedRules(
      returnCallDays: signed.has("return_call")
        ? try signed.amount("return_call", unit: "d", in: 0...366) : nil,
      oldOrderMonths: signed.has("old_order")
        ? try signed.amount("old_order", unit: "mo", in: 1...120) : nil,
      renewal: try signed.word("renewal", as: SignedRules.Renewal.self))
  }

  private static func list(_ file: JSONObject) throws(PolicyProblem) -> ListRules {
    let list = try JSONObject(try file.value("tomorrow"), path: "tomorrow", keys: ["customers", "new"])
    _ = try list.value("customers")
    return ListRules(
      customers: list.has("customers") ? try list.integer("customers", in: 0...10_000) : nil,
      newCustomers: try list.integer("new", in: 0...10_000), closesAt: try file.minute("evening_close"))
  }

  private static func applications(_ file: JSONObject) throws(PolicyProblem) -> ApplicationRules {
    let rules = try JSONObject(
      try file.value("applications"), path: "applications", keys: ["open", "unanswered", "again"])
    return ApplicationRules(
      mostOpen: try rules.integer("open", in: 1...10_000),
      lapsesAfter: try rules.amount("unanswered", unit: "wd", in: 1...366),
      restsFor: try rules.amount("again", unit: "wd", in: 0...366))
  }

  private static func calling(_ file: JSONObject) throws(PolicyProblem) -> CallingRules {
    let rules = try JSONObject(
      try file.value("calling"), path: "calling", keys: ["quiet_hours", "daily_tries"])
    return CallingRules(
      quietHours: try rules.items("quiet_hours", quietHours),
      dailyTries: try rules.integer("daily_tries", in: 0...1000))
  }

  private static func quietHours(_ value: JSONValue, _ path: String) throws(PolicyProblem) -> QuietHours {
    guard case .text(let text) = value else { throw PolicyProblem(path, .expected("hours like 21:00-08:00")) }
    let ends = text.split(separator: "-").map(JSONObject.minute)
    guard ends.count == 2, let start = ends[0], let end = ends[1], start != end, start < 1440 else {
      throw PolicyProblem(path, .expected("hours like 21:00-08:00"))
    }
    return QuietHours(start: start, end: end)
  }

  private static func field(_ value: JSONValue, _ path: String) throws(PolicyProblem) -> EntryField {
    try JSONObject.word(value, path: path, as: EntryField.self)
  }

  /// Refuses a list that has one name twice.
  static func distinct<Item>(
    _ items: [Item], by name: (Item) -> String, in path: String
  ) throws(PolicyProblem) -> [Item] {
    var seen: Set<String> = []
    for item in items where !seen.insert(name(item)).inserted {
      throw PolicyProblem(path, .duplicate(name(item)))
    }
    return items
  }

  /// A title for each word of a fixed set, none missing.
  static func titles<Word: RawRepresentable & CaseIterable & Hashable>(
    _ key: String, in file: JSONObject, of type: Word.Type
  ) throws(PolicyProblem) -> [Word: Title] where Word.RawValue == String {
    let object = try JSONObject(try file.value(key), path: key, keys: Set(Word.allCases.map(\.rawValue)))
    var titles: [Word: Title] = [:]
    for word in Word.allCases { titles[word] = try object.title(word.rawValue) }
    return titles
  }
}

extension ClockLength {
  /// Whether a warning of this many days would come before the clock starts.
  fileprivate func isShorter(thanDays days: Int) -> Bool {
    switch self {
    case .days(let count), .deskDays(let count): count < days
    case .months(let count): count * 28 < days
    }
  }
}
