import Domain
import HouseFixtures
import Services

/// Two agents and their superiors at the lists of the next day, by chance, and beside them what the audit trail, the
/// notes and the opportunities say that the lists and the figures of the day are (R7.4, R7.5, R8.2).
package final class ListHistory {
  private static let agents: [TestHouse.Who] = [.zhang, .li]
  private static let inTheSea = 6

  let house: TestHouse
  let dump: BaseDump
  private(set) var trail = ListTrail()
  private var lastEvent = 0
  private var lastOpportunity = 0
  private var log: [String] = []
  private var fault: String?
  package private(set) var answers: [String: Int] = [:]

  package init() throws {
    house = try TestHouse(
      try Policy.channel(["tomorrow": ["customers": 3, "new": 1]]), at: "2026-11-26 09:00")
    dump = try BaseDump(house.path)
    try house.importRows(
      (1...ListHistory.inTheSea).map { "苏州潮音\($0)厂,0512-6000100\($0),苏州市潮声路\($0)号" })
    for who in ListHistory.agents { _ = try house.customers(2, in: .library(of: who)) }
    try takeUp()
  }

  /// The history so far, to be read by whoever has to find the fault.
  package var story: String { log.joined(separator: "\n") }

  // MARK: one step

  package func step(_ dice: inout Dice) throws {
    pass(&dice)
    let isBack = dice.happens(4)
    if isBack { house.pass(days: -1) }
    try act(&dice)
    try takeUp()
    if isBack { house.pass(days: 1) }
  }

  /// Mostly a moment; now and then a night, or so many days that something is due.
  private func pass(_ dice: inout Dice) {
    switch dice.roll(1...40) {
    case 1: house.pass(days: dice.roll(2...16))
    case 2...5: house.pass(days: 1)
    case 6...8: house.pass(hours: dice.roll(1...9))
    default: house.pass(seconds: dice.roll(1...70))
    }
  }

  private func act(_ dice: inout Dice) throws {
    guard let who = dice.one(of: ListHistory.agents) else { return }
    let held = try house.library(of: who).rows.map(\.id)
    let (listed, status) = (try house.tomorrow(of: who).rows.map(\.id), try house.tomorrow(of: who).status)
    let any = CustomerID(Int64(dice.roll(1...(try dump.count("customer")))))
    let own = dice.one(of: held) ?? any
    switch dice.roll(1...42) {
    case 1...5: try tell("\(who) picks \(any.code)") { try house.pick(any, by: who) }
    case 6: try tell("\(who) enters") { try house.customer(in: .library(of: who)) }
    case 7...9: try tell("\(who) releases \(own.code)") { try house.release(own, by: who) }
    case 10...12: try tell("\(who) undoes") { try house.undo(by: who) }
    case 13: try tell("\(who) swaps \(own.code)") { try house.swap(own, for: any, by: who) }
    case 14...17: try note(on: own, by: who, &dice)
    case 18: try tell("\(own.code) is transferred") { try house.transfer(own, to: who, by: .director) }
    case 19...21:
      try tell("\(who) fills") { try house.fillTomorrow(by: who) }
      try takeUp()
      if dice.happens(60) { try submit(by: who) }
    case 22...24: try tell("\(who) adds \(own.code)") { try house.addTomorrow(own, by: who) }
    case 25...26:
      let row = dice.one(of: listed) ?? any
      try tell("\(who) drops \(row.code)") { try house.dropTomorrow([row], by: who) }
    case 27...28: try submit(by: who)
    case 29: try tell("\(who) withdraws") { try house.withdrawTomorrow(by: who) }
    case 30...33 where status == .submitted || dice.happens(20): try pass(who, &dice)
    case 34 where status == .submitted || dice.happens(20):
      try tell("\(who)'s list is sent back") {
        try ReturnList(house.id(who), remark: "x").perform(
          by: house.id(.director), at: house.now, in: house.house)
      }
      if dice.happens(50) { try takeBack(from: who, by: .director, &dice) }
    case 35: try tell("\(own.code) and \(any.code) are merged") { try house.merge(own, any) }
    case 36:
      try tell("the director confirms") {
        try ConfirmReleases().perform(by: house.id(.director), at: house.now, in: house.house)
      }
    default:
      try tell("the engine looks") {
        if let report = try house.engineTick(), report.released > 0 {
          answers["flowed back", default: 0] += 1
        }
      }
    }
  }

  private func submit(by who: TestHouse.Who) throws {
    try tell("\(who) submits") { try house.submitTomorrow(reason: "x", by: who) }
  }

  private static let notes = [
    NoteEntry(outcome: .connected, text: "x"), NoteEntry(outcome: .noAnswer), NoteEntry(outcome: .refused),
    NoteEntry(outcome: .interested, text: "x", intent: "B"),
    NoteEntry(outcome: .connected, text: "x", intent: "0"),
    NoteEntry(kind: .mail, outcome: .connected, text: "x", intent: "A"),
    NoteEntry(kind: .visit, outcome: .connected, text: "x", place: "x", met: "x"),
  ]

  private func note(on customer: CustomerID, by who: TestHouse.Who, _ dice: inout Dice) throws {
    guard let entry = dice.one(of: ListHistory.notes) else { return }
    try tell("\(who) notes \(entry.kind) \(entry.outcome) \(entry.intent ?? "-") on \(customer.code)") {
      try house.write(entry, on: customer, by: who)
    }
  }

  /// As it stands, as it was shown, or as it was shown before it changed: that is refused.
  private func pass(_ who: TestHouse.Who, _ dice: inout Dice) throws {
    let version = try house.tomorrow(of: who).version
    let shown = dice.one(of: [nil, version, version - 1]) ?? nil
    let manager: TestHouse.Who = who == .zhang && dice.happens(50) ? .manager : .director
    let answer = try tell("\(who)'s list is passed by \(manager) at \(shown ?? 0)") {
      try PassList(house.id(who), version: shown).perform(
        by: house.id(manager), at: house.now, in: house.house)
    }
    if answer == "ok", let shown, shown != version { fault = "passed at another version" }
    if dice.happens(50) { try takeBack(from: who, by: manager, &dice) }
  }

  /// An answer, after what may have happened within the minute.
  private func takeBack(
    from who: TestHouse.Who, by manager: TestHouse.Who, _ dice: inout Dice
  ) throws {
    try takeUp()
    house.pass(seconds: dice.roll(1...10))
    let listed = CustomerID(Int64(dice.roll(1...10)))
    switch dice.roll(1...4) {
    case 1: try tell("\(who) releases \(listed.code)") { try house.release(listed, by: who) }
    case 2: try tell("\(who) picks \(listed.code)") { try house.pick(listed, by: who) }
    case 3: try note(on: listed, by: who, &dice)
    default: try tell("\(who) drops \(listed.code)") { try house.dropTomorrow([listed], by: who) }
    }
    try takeUp()
    house.pass(seconds: dice.roll(1...55))
    try tell("\(manager) takes it back") {
      try TakeAnswerBack(house.id(who)).perform(by: house.id(manager), at: house.now, in: house.house)
    }
  }

  @discardableResult
  private func tell<Result>(_ what: String, _ act: () throws -> Result) throws -> String {
    var answer = "ok"
    do { _ = try act() } catch let refusal as Refusal { answer = refusal.code }
    log.append("\(house.calendar.iso8601(house.now)) \(what): \(answer)")
    answers[answer, default: 0] += 1
    return answer
  }

  // MARK: what it came to

  private func takeUp() throws {
    let standings = try dump.values(
      """
      SELECT o.customer || ' ' || o.id || ' ' || c.intent || ' ' || coalesce(c.flow_back_at, '-')
      FROM opportunity o JOIN customer c ON c.id = o.customer WHERE o.ended_at IS NULL
      UNION ALL SELECT id || ' 0 ' || intent || ' -' FROM customer
        WHERE id NOT IN (SELECT customer FROM opportunity WHERE ended_at IS NULL)
      """
    ).map { $0.split(separator: " ").map(String.init) }
    trail.take(
      try events(),
      standings: Dictionary(
        standings.map {
          (Int($0[0]) ?? 0, ListTrail.Standing(opportunity: Int($0[1]) ?? 0, intent: $0[2], due: $0[3]))
        }, uniquingKeysWith: { first, _ in first }))
  }

  /// The customers that have come, then what was done with the lists: in one step it is one or the other.
  private func events() throws -> [ListTrail.Event] {
    let came = try words(
      """
      SELECT o.id || ' ' || o.customer || ' ' || p.login FROM opportunity o JOIN person p ON p.id = o.holder
      WHERE o.id > \(lastOpportunity) AND o.way_in IN ('picked', 'entered') ORDER BY o.id
      """)
    let done = try words(
      """
      SELECT e.id || ' ' || e.act || ' ' || p.login || ' ' || coalesce(e.customer, 0) || ' ' ||
        coalesce(json_extract(detail, '$.facts.day'), '-') || ' ' ||
        coalesce(json_extract(detail, '$.facts.added'), json_extract(detail, '$.facts.dropped'),
          json_extract(detail, '$.facts.withdrawn'), json_extract(detail, '$.facts.agent'),
          json_extract(detail, '$.facts.other'), '-') || ' ' ||
        (json_extract(detail, '$.facts.dropped') IS NOT NULL) || ' ' ||
        coalesce(json_extract(detail, '$.facts.undone'), '-')
      FROM event e JOIN person p ON p.id = e.actor
      WHERE e.id > \(lastEvent) AND e.act IN ('prepare_list', 'submit_list', 'pass_list', 'return_list', 'merge') ORDER BY e.id
      """)
    lastOpportunity = try Int(dump.value("SELECT max(id) FROM opportunity") ?? "") ?? 0
    lastEvent = try Int(dump.value("SELECT max(id) FROM event") ?? "") ?? 0
    let next = house.calendar.deskDay(after: house.calendar.day(of: house.now)).iso
    return came.map { .came(Int($0[1]) ?? 0, ListTrail.Key(agent: $0[2], day: next)) }
      + (try done.compactMap(event))
  }

  private func event(_ words: [String]) throws -> ListTrail.Event? {
    let key = ListTrail.Key(agent: words[2], day: words[4])
    let named = words[5].split(separator: ",").compactMap { CustomerID(codeOrID: $0).map { Int($0.value) } }
    switch (words[1], words[6]) {
    // Of the two events the one on the record that is gone.
    case ("merge", _):
      return named[0] < (Int(words[3]) ?? 0) ? .merged(Int(words[3]) ?? 0, into: named[0]) : nil
    case ("prepare_list", "1"): return .dropped(named, key)
    case ("prepare_list", _):
      let customers = named.isEmpty ? [Int(words[3]) ?? 0] : named
      return .put(customers, key, areNew: try cameToday(to: key.agent))
    case ("submit_list", _): return words[5] == "true" ? .withdrawn(key) : .submitted(key)
    default:
      let key = ListTrail.Key(agent: words[5], day: key.day)
      if words[7] == "true" { return .answerTakenBack(key) }
      return .answered(key, status: words[1] == "pass_list" ? "passed" : "returned")
    }
  }

  private func cameToday(to agent: String) throws -> Set<Int> {
    let today = house.calendar.span(of: house.calendar.day(of: house.now))
    return Set(
      try dump.values(
        """
        SELECT customer FROM opportunity JOIN person ON person.id = holder
        WHERE login = '\(agent)' AND way_in IN ('picked', 'entered') AND coalesce(end_reason, '') <> 'undone'
          AND entered_at BETWEEN \(today.lowerBound.seconds) AND \(today.upperBound.seconds - 1)
        """
      ).compactMap { Int($0) })
  }

  private func words(_ sql: String) throws -> [[String]] {
    try dump.values(sql).map { $0.split(separator: " ").map(String.init) }
  }

  /// Where the base and what it was derived from differ; nil where they agree.
  package func difference() throws -> String? { try fault ?? ListComparison(self).difference() }
}
