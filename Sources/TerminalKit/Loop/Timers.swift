/// The name of a timer. Setting a timer that runs already sets it anew.
package struct TimerName: Hashable, Sendable, ExpressibleByStringLiteral {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package init(stringLiteral name: String) {
    self.name = name
  }
}

/// The timers that run, by their deadline on the loop's clock. Each fires once.
package struct Timers: Sendable {
  private var deadlines: [TimerName: Milliseconds] = [:]

  package init() {}

  package var next: Milliseconds? { deadlines.values.min() }

  package mutating func set(_ timer: TimerName, at deadline: Milliseconds) {
    deadlines[timer] = deadline
  }

  package mutating func cancel(_ timer: TimerName) {
    deadlines[timer] = nil
  }

  package func isRunning(_ timer: TimerName) -> Bool { deadlines[timer] != nil }

  /// Takes out the timers that are due, earliest first.
  package mutating func takeDue(at now: Milliseconds) -> [TimerName] {
    let due = deadlines.filter { $0.value <= now }
    for timer in due.keys { deadlines[timer] = nil }
    return due.sorted { ($0.value, $0.key.name) < ($1.value, $1.key.name) }.map(\.key)
  }
}
