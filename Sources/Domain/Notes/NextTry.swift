/// When to try a customer again (R6.3): at a time of day at which nobody has tried yet, and not everybody at once.
package struct NextTry {
  /// What one is told to do at 10:07 is told for 10:10.
  private static let step = 10
  /// So long after quiet hours the calls that were put off by them are spread.
  private static let rush = 60

  private let calendar: HouseCalendar
  private let calling: CallingRules
  /// At which minutes of the day nobody was reached.
  private let tried: [Int]
  private let customer: CustomerID

  package init(
    _ customer: CustomerID, tried: [Instant], by calling: CallingRules, in calendar: HouseCalendar
  ) {
    self.customer = customer
    self.tried = tried.map(calendar.minuteOfDay)
    self.calling = calling
    self.calendar = calendar
  }

  /// What a suggestion of the policy comes to: the moment it says, where the desk works then and nobody is in quiet
  /// hours; of a day without a time, one of its times.
  package func moment(_ suggested: WhenPhrase.Resolved) -> Instant {
    let said = suggested.nextDeskMoment ?? suggested.moment
    let (day, minute) = (calendar.day(of: said), calendar.minuteOfDay(said))
    if !suggested.isTimeGiven { return choice(on: day) ?? said }
    if isOpen(day, minute) { return said }
    let later = times(of: day).filter { $0 > minute }
    let soon = later.first.map { first in later.filter { $0 < first + NextTry.rush } } ?? []
    return choice(among: soon, on: day) ?? choice(on: calendar.deskDay(after: day)) ?? said
  }

  private func choice(on day: Day) -> Instant? { choice(among: times(of: day), on: day) }

  private func times(of day: Day) -> [Int] {
    let hours = calendar.deskHours
    return stride(from: hours.lowerBound, to: hours.upperBound, by: NextTry.step).filter { isOpen(day, $0) }
  }

  private func isOpen(_ day: Day, _ minute: Int) -> Bool {
    calendar.deskHours.contains(minute)
      && calling.quietUntil(calendar.moment(day, minute: minute), in: calendar) == nil
  }

  /// As far from each try as a quarter of the desk's day, or else as far as there is room; which of these times it is
  /// hangs on the customer, so that a screen shows today what it stores tomorrow.
  private func choice(among times: [Int], on day: Day) -> Instant? {
    if times.isEmpty { return nil }
    var distance = calendar.deskHours.count / 4
    var free = times
    repeat {
      free = times.filter { time in tried.allSatisfy { abs($0 - time) >= distance } }
      distance /= 2
    } while free.isEmpty && distance > 0
    let choices = free.isEmpty ? times : free
    return calendar.moment(day, minute: choices[Int(seed % UInt64(choices.count))])
  }

  /// Neighbours are far apart by it (Knuth, The Art of Computer Programming, 6.4: multiplicative hashing).
  private var seed: UInt64 {
    let number = UInt64(bitPattern: customer.value) &+ UInt64(tried.count) &* 7_919
    return (number &* 0x9E37_79B9_7F4A_7C15) >> 33
  }
}

extension NoteRules {
  /// The tries since somebody was last reached, whoever made them. What reached nobody else's phone is none.
  ///
  /// - Parameter contacts: what was noted of a customer and still counts, the newest first.
  package func tries(in contacts: [(outcome: Outcome, at: Instant)]) -> [Instant] {
    var tries: [Instant] = []
    for contact in contacts {
      guard let rule = outcome(contact.outcome) else { continue }
      if rule.isTry {
        tries.append(contact.at)
      } else if rule.countsAsNote {
        break
      }
    }
    return tries
  }
}
