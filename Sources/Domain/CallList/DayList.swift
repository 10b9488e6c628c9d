/// Where the list that an agent prepares for a day stands (R7.5, R8.2). The raw values are part of the command line's
/// contract.
package enum ListStatus: String, Sendable, CaseIterable {
  case open, submitted, passed, returned
}

/// Why a customer is on the list of a day, the first to fill from first. The raw values are part of the command line's
/// contract.
package enum ListSource: String, Sendable, CaseIterable, Comparable {
  /// Picked or entered on the day of the preparation.
  case new
  /// To be contacted on the list's day, as planned.
  case planned
  /// About to flow back.
  case rescue
  case neverCalled = "never_called"
  case longUncalled = "long_uncalled"

  package static func < (one: ListSource, other: ListSource) -> Bool { one.rank < other.rank }

  private var rank: Int { ListSource.allCases.firstIndex(of: self) ?? 0 }
}

/// What a list must hold (R7.5).
package struct ListRules: Sendable, Equatable {
  /// How many class-0 customers; nil for every held customer, whatever its level.
  package let customers: Int?
  /// How many of them entered or picked on the day of the preparation.
  package let newCustomers: Int
  /// The minute of the day at which who is unchecked goes on record (R8.2).
  package let closesAt: Int

  package init(customers: Int?, newCustomers: Int, closesAt: Int) {
    self.customers = customers
    self.newCustomers = newCustomers
    self.closesAt = closesAt
  }
}

/// How far a list is.
package struct ListFigures: Sendable, Equatable {
  package let prepared: Int
  package let new: Int
  /// How many there are to be.
  package let target: Int
  package let newTarget: Int

  package init(prepared: Int, new: Int, target: Int, newTarget: Int) {
    self.prepared = prepared
    self.new = new
    self.target = target
    self.newTarget = newTarget
  }

  /// Nothing is missing.
  package var isWhole: Bool { prepared >= target && new >= newTarget }
}

/// A customer of the library as a list of a later day sees it.
package struct ListCandidate: Sendable {
  package let id: CustomerID
  package let level: String
  package let next: NextContact?
  package let due: Instant?
  package let enteredAt: Instant
  /// The last note of this holding; nil where there was none.
  package let lastContact: Instant?
  /// Picked or entered on the day of the preparation (R7.4).
  package let isNew: Bool

  package init(
    id: CustomerID, level: String, next: NextContact?, due: Instant?, enteredAt: Instant,
    lastContact: Instant?,
    isNew: Bool
  ) {
    self.id = id
    self.level = level
    self.next = next
    self.due = due
    self.enteredAt = enteredAt
    self.lastContact = lastContact
    self.isNew = isNew
  }
}

/// A place in the order in which a list is filled.
package struct ListPlace: Sendable, Equatable, Comparable {
  package let source: ListSource
  fileprivate let urgency: Int64
  fileprivate let id: CustomerID

  package static func < (one: ListPlace, other: ListPlace) -> Bool {
    (one.source, one.urgency, one.id) < (other.source, other.urgency, other.id)
  }
}

extension Policy {
  /// The level of raw material: class 0.
  package var lowestLevel: String { intents.first?.level ?? "" }

  /// Whether a customer counts toward what a list must hold: only class 0, and only where its effective due lies after
  /// the start of that day.
  package func countsOnList(level: String, due: Instant?, on day: Day, in calendar: HouseCalendar) -> Bool {
    (list.customers == nil || level == lowestLevel) && due.map { $0 > calendar.start(of: day) } ?? true
  }

  /// Why, and after which others, a list of this day is filled with a customer.
  package func place(
    of customer: ListCandidate, on day: Day, at now: Instant, in calendar: HouseCalendar
  ) -> ListPlace {
    let isPlanned = customer.next.map { calendar.day(of: $0.at) == day } ?? false
    let last = customer.lastContact ?? customer.enteredAt
    let (source, moment): (ListSource, Instant) =
      if customer.isNew {
        (.new, customer.enteredAt)
      } else if isPlanned {
        (.planned, customer.next?.at ?? last)
      } else if isAboutToFlowBack(customer.due, at: now, in: calendar) {
        (.rescue, customer.due ?? last)
      } else {
        (customer.lastContact == nil ? .neverCalled : .longUncalled, last)
      }
    return ListPlace(source: source, urgency: moment.seconds, id: customer.id)
  }

  /// Whether to fill a list of this day with a customer unasked: not where it is agreed to be contacted later.
  package func fills(_ customer: ListCandidate, on day: Day, in calendar: HouseCalendar) -> Bool {
    countsOnList(level: customer.level, due: customer.due, on: day, in: calendar)
      && !(customer.next.map { $0.isAgreed && $0.at >= calendar.end(of: day) } ?? false)
  }
}
