import Domain

/// The lists of days as the audit trail tells them, event by event (R7.5, R8.2).
struct ListTrail {
  struct Key: Hashable, Comparable {
    let agent: String
    let day: String

    static func < (one: Key, other: Key) -> Bool { (one.day, one.agent) < (other.day, other.agent) }
  }

  /// What happened to a list, or to somebody who may have one.
  enum Event {
    case put([Int], Key, areNew: Set<Int>)
    case dropped([Int], Key)
    case submitted(Key)
    case withdrawn(Key)
    case answered(Key, status: String)
    case answerTakenBack(Key)
    /// A customer came to an agent while the list of that day was the next one.
    case came(Int, Key)
    case merged(Int, into: Int)
  }

  struct Row {
    var customer: Int
    let opportunity: Int
    let isNew: Bool
    var isLater: Bool
    /// How it stood when the list was passed.
    var frozen: String?
  }

  struct List {
    var rows: [Row] = []
    var status = "open"
    /// What it was when it was handed in, and whether it has been another since.
    var submitted: [String] = []
    var submittedRows: [Int] = []
    var isChanged = false
  }

  /// How a customer stands now.
  struct Standing {
    /// Of the open opportunity.
    let opportunity: Int
    let intent: String
    let due: String
  }

  private(set) var lists: [Key: List] = [:]
  private var standings: [Int: Standing] = [:]

  /// Takes up what has happened, and how the customers stand after it.
  mutating func take(_ events: [Event], standings: [Int: Standing]) {
    self.standings = standings
    for event in events { take(event) }
    for (key, list) in lists where isAnother(list) { lists[key]?.isChanged = true }
  }

  /// Once it is passed only its agent changes it, by what he adds and drops.
  private func isAnother(_ list: List) -> Bool {
    switch list.status {
    case "submitted", "returned": signature(of: list) != list.submitted
    case "passed": list.rows.map(\.opportunity) != list.submittedRows
    default: false
    }
  }

  private mutating func take(_ event: Event) {
    switch event {
    case .put(let customers, let key, let areNew):
      for customer in customers { put(customer, on: key, isNew: areNew.contains(customer)) }
    case .came(let customer, let key):
      if ["submitted", "passed"].contains(lists[key]?.status) { put(customer, on: key, isNew: true) }
    case .dropped(let customers, let key):
      lists[key]?.rows.removeAll { customers.contains($0.customer) }
    case .submitted(let key):
      var list = lists[key] ?? List()
      (list.status, list.submitted, list.isChanged) = ("submitted", signature(of: list), false)
      list.submittedRows = list.rows.map(\.opportunity)
      lists[key] = list
    case .withdrawn(let key): lists[key]?.status = "open"
    case .answered(let key, let status):
      lists[key]?.status = status
      if status == "passed" { freeze(key) }
    case .answerTakenBack(let key):
      lists[key]?.status = "submitted"
      for index in lists[key]?.rows.indices ?? 0..<0 { lists[key]?.rows[index].frozen = nil }
      for index in lists[key]?.rows.indices ?? 0..<0 { lists[key]?.rows[index].isLater = false }
    case .merged(let gone, let survivor):
      for key in lists.keys { follow(gone, to: survivor, on: key) }
    }
  }

  /// A place goes on in the record that stays, unless that has one (R3.11).
  private mutating func follow(_ gone: Int, to survivor: Int, on key: Key) {
    guard var list = lists[key], !list.rows.contains(where: { $0.customer == survivor }) else { return }
    for index in list.rows.indices where list.rows[index].customer == gone && list.rows[index].frozen == nil {
      list.rows[index].customer = survivor
    }
    lists[key] = list
  }

  private mutating func put(_ customer: Int, on key: Key, isNew: Bool) {
    var list = lists[key] ?? List()
    list.rows.removeAll { $0.customer == customer }
    let opportunity = standings[customer]?.opportunity ?? 0
    list.rows.append(
      Row(customer: customer, opportunity: opportunity, isNew: isNew, isLater: list.status == "passed"))
    lists[key] = list
  }

  private mutating func freeze(_ key: Key) {
    guard var list = lists[key] else { return }
    for index in list.rows.indices { list.rows[index].frozen = text(list.rows[index]) }
    lists[key] = list
  }

  /// What is another where one of them is.
  private func signature(of list: List) -> [String] {
    list.rows.map { row in
      guard isHeld(row) else { return "\(row.customer) gone" }
      return "\(row.customer) \(row.opportunity) \(standings[row.customer]?.intent ?? "")"
    }
  }

  private func isHeld(_ row: Row) -> Bool { standings[row.customer]?.opportunity == row.opportunity }

  /// As the base ought to say it.
  func text(_ row: Row) -> String {
    if let frozen = row.frozen { return frozen }
    let standing = standings[row.customer]
    return [
      "\(row.customer)/\(row.opportunity)", row.isNew ? "new" : "old", row.isLater ? "later" : "first",
      isHeld(row) ? "held" : "gone", standing?.intent ?? "-", standing?.due ?? "-",
    ].joined(separator: " ")
  }

  /// Prepared and new: class 0, held still, due after that day began (R7.5).
  func figures(of key: Key, dayBegins: Int64) -> [Int] {
    let counted = (lists[key]?.rows ?? []).filter { row in
      let facts = text(row).split(separator: " ")
      let isDueLater = facts[5] == "-" || (Int64(facts[5]) ?? 0) > dayBegins
      return !row.isLater && facts[3] == "held" && facts[4] == "0" && isDueLater
    }
    return [counted.count, counted.filter(\.isNew).count]
  }
}
