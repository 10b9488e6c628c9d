import HouseFixtures

/// Moments worth trying: the edges of what is to come, and long gaps in which nothing ran.
extension Dice {
  /// A moment after this one for the next event of a history.
  package mutating func moment(after now: Int, edges: [Int], _ calendar: ModelCalendar) -> Int {
    let ahead = edges.filter { $0 > now }
    switch roll(1...100) {
    case ...35:
      // Short of an edge by a second or by less than a minute: what is undone after it was done before it.
      if let edge = one(of: ahead) {
        return max(now + 1, edge + (happens(25) ? -roll(1...59) : roll(-1...1)))
      }
      return now + roll(1...86_400)
    case ...55: return now + roll(1...90)
    case ...70: return now + roll(60...14_400)
    case ...85: return now + 86_400 * roll(1...6) + roll(0...86_399)
    case ...92: return calendar.start(ofDay: calendar.day(now) + 1) + roll(-1...1)
    // An outage, over a holiday with luck.
    default: return now + 86_400 * roll(5...70) + roll(0...86_399)
    }
  }

  /// A moment between the first days of 2024 and the last of 2026, for a history to begin with.
  package mutating func beginning(_ calendar: ModelCalendar) -> Int {
    calendar.start(ofDay: roll(19_730...20_780)) + roll(0...86_399)
  }

  /// A table of a year as a house might adopt it: some days of the week off, some weekends at work.
  package mutating func workingDays(ofYearAt day: Int, _ calendar: ModelCalendar) -> [Int: Bool] {
    let year = calendar.year(day)
    var days: [Int: Bool] = [:]
    while days.count < 14 {
      let day = day + roll(-200...200)
      guard calendar.year(day) == year else { continue }
      days[day] = (day - 2) % 7 < 2
    }
    return days
  }
}
