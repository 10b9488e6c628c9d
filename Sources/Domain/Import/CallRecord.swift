/// What a row of a telephone system's records must tell (R8.7).
package enum CallRecordColumn: String, Sendable, CaseIterable {
  case number, time, seconds
}

/// A call as the telephone system has it.
package struct CallRecord: Sendable, Equatable {
  /// The number that was called, as numbers are compared.
  package let collisionKey: String
  package let at: Instant
  /// Spoken; 0 where nobody answered.
  package let seconds: Int

  package init(collisionKey: String, at: Instant, seconds: Int) {
    self.collisionKey = collisionKey
    self.at = at
    self.seconds = seconds
  }

  /// Reads `65`, `1:05`, `00:01:05`; nil for anything else, and for what no call lasts.
  package static func seconds(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { decimal($0) }
    guard (1...3).contains(parts.count) else { return nil }
    var seconds = 0
    for part in parts {
      guard let part, part <= longest else { return nil }
      seconds = seconds * 60 + part
    }
    return seconds <= longest ? seconds : nil
  }

  /// Two days.
  private static let longest = 172_800
}
