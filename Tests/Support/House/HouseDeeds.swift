import Domain
import Foundation
import Services

/// What people do in the house of a test, at its moment, in a word each.
extension TestHouse {
  package enum Place: Sendable {
    case sea
    case library(of: Who)
  }

  /// A customer nobody knows yet, imported into the sea or entered by its holder.
  @discardableResult
  package func customer(_ name: String? = nil, in place: Place, phone: String? = nil) throws -> CustomerID {
    let form = self.form(name, phone: phone)
    switch place {
    case .library(let who): return try enter(form, by: who)
    case .sea: return try imported(form)
    }
  }

  package func customers(_ count: Int, in place: Place) throws -> [CustomerID] {
    try (0..<count).map { _ in try customer(in: place) }
  }

  /// A complete form with a name and a number of its own.
  package func form(_ name: String? = nil, phone: String? = nil) -> CustomerForm {
    entered += 1
    return CustomerForm(
      name: name ?? "苏州潮音\(entered)号精密机械有限公司", phones: [phone ?? "0512-6\(String(entered + 1_000_000))"],
      faxes: ["none"], address: "江苏省苏州市潮声路\(entered)号")
  }

  @discardableResult
  package func enter(_ form: CustomerForm, by who: Who) throws -> CustomerID {
    try EnterCustomer(form).perform(by: id(who), at: now, in: house)
  }

  private func imported(_ form: CustomerForm) throws -> CustomerID {
    let report = try importRows(["\(form.name),\(form.phones.joined(separator: " ")),\(form.address)"])
    guard report.entered == 1 else { throw Refused(report: report) }
    return CustomerID(Int64(try BaseDump(path).count("customer")))
  }

  private struct Refused: Error { let report: ImportReport }

  /// Imports rows of name, phone and address.
  @discardableResult
  package func importRows(
    _ rows: [String], to holder: Who? = nil, clocksFrom: Day? = nil, isDryRun: Bool = false,
    heading: String = "公司名称,固定电话,经营地址",
    by who: Who = .admin, refused: @escaping (RowRefusal) -> Void = { _ in }
  ) throws -> ImportReport {
    let path = TestHouse.freshPath() + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(([heading] + rows).joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    let (now, file) = (now, try ImportFile(path))
    var watcher = ImportWatcher()
    watcher.reason = {
      refused($0)
      return $0.problem
    }
    let target = clocksFrom.map { ImportTarget.migration(clocksFrom: $0) } ?? holder.map { .library(id($0)) }
    return try ImportCustomers(file, to: target ?? .sea, isDryRun: isDryRun).perform(
      by: id(who), at: now, wallClock: { now }, in: house, watched: watcher)
  }

  @discardableResult
  package func pick(_ customer: CustomerID, by who: Who) throws -> Opportunity {
    try PickCustomer(customer).perform(by: id(who), at: now, in: house).opportunity
  }

  package func release(_ customer: CustomerID, by who: Who, reason: ReleaseReason = .noNeed) throws {
    try ReleaseCustomer(customer, reason: reason).perform(by: id(who), at: now, in: house)
  }

  package func undoRelease(of customer: CustomerID, by who: Who) throws {
    try UndoRelease(customer).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func undo(by who: Who) throws -> UndoLast.Undone {
    try UndoLast().perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func swap(_ old: CustomerID, for new: CustomerID, by who: Who) throws -> Opportunity {
    try SwapCustomer(release: old, pick: new).perform(by: id(who), at: now, in: house).opportunity
  }

  @discardableResult
  package func note(
    _ customer: CustomerID, by who: Who, _ outcome: Outcome = .connected, kind: NoteKind = .call,
    text: String = "要报价", draft: String? = nil
  ) throws -> WriteNote.Written {
    try write(NoteEntry(kind: kind, outcome: outcome, text: text), on: customer, by: who, draft: draft)
  }

  /// A visit that counts as one: with its place, the person met and a result (R4.9).
  @discardableResult
  package func visit(_ customer: CustomerID, by who: Who) throws -> WriteNote.Written {
    let entry = NoteEntry(kind: .visit, outcome: .connected, text: "看了样品", place: "客户公司", met: "钱先生")
    return try write(entry, on: customer, by: who)
  }

  @discardableResult
  package func write(_ entry: NoteEntry, on customer: CustomerID, by who: Who, draft: String? = nil) throws
    -> WriteNote.Written
  {
    try WriteNote(entry, on: customer, draft: draft).perform(by: id(who), at: now, in: house)
  }

  package func takeBack(_ note: NoteID, on customer: CustomerID, by who: Who) throws {
    try TakeBackNote(note, on: customer).perform(by: id(who), at: now, in: house)
  }

  /// One tick of the engine.
  @discardableResult
  package func tick() throws -> TickReport {
    try SweepDeadlines().perform(at: now, in: house)
  }

  /// The engine looks at each of its moments until then: at every midnight, opening hour and release hour.
  package func tick(through text: String) throws {
    let end = try time(text)
    while now < end {
      let next = calendar.nextTurn(after: now, release: policy.release.minute)
      now = min(next, end)
      try tick()
    }
  }
}

extension HouseCalendar {
  fileprivate func nextTurn(after moment: Instant, release: Int) -> Instant {
    let day = day(of: moment)
    let turns = [deskHours.lowerBound, release, 1440].sorted().map { self.moment(day, minute: $0) }
    return turns.first { $0 > moment } ?? end(of: day)
  }
}

// MARK: what is seen

extension TestHouse {
  package func view(_ customer: CustomerID, as who: Who = .zhang) throws -> CustomerView {
    try CustomerView.read(customer, by: id(who), at: now, in: house)
  }

  package func library(of who: Who) throws -> LibraryView {
    try LibraryView.read(by: id(who), at: now, in: house)
  }

  /// Keeps a text as a document of a customer.
  @discardableResult
  package func add(
    _ name: String, _ text: String, to customer: CustomerID, by who: Who = .zhang
  ) throws -> Document {
    try AddDocument(name, Array(text.utf8), to: customer).perform(by: id(who), at: now, in: house)
  }

  /// The effective due as its holder sees it, `2026-12-26T24:00` for the end of a day; nil where no clock runs.
  package func due(_ customer: CustomerID, as who: Who = .zhang) throws -> String? {
    try view(customer, as: who).standing.map { calendar.dueText($0.effectiveDue) }
  }
}

extension HouseCalendar {
  /// `2026-12-26 24:00`, `2026-12-26 10:00`
  package func dueText(_ due: Instant) -> String {
    let (day, minute) = (dueDay(of: due), minuteOfDay(due))
    if minute == 0 { return "\(day.iso) 24:00" }
    return "\(day.iso) \(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
  }
}
