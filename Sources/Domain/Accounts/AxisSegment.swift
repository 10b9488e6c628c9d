/// Where a customer stands on the service axis (section 9), in the order in which the rows of the table are asked. The
/// raw values are the keys of the policy and part of the command line's contract.
package enum AxisSegment: String, Sendable, CaseIterable, Comparable {
  /// Nobody knows of it.
  case unknown
  case sea
  /// Held by somebody, without an order (库中未到单).
  case held
  /// An order was received, and is not opened yet (库中到单未开通).
  case ordered
  /// 服务期
  case service
  /// 续签期
  case renewal
  /// 续签保护期
  case protection
  /// After the protection: the two-month rule (2月法则).
  case after

  package var code: String { rawValue }

  private var row: Int { AxisSegment.allCases.firstIndex(of: self) ?? 0 }

  package static func < (one: AxisSegment, other: AxisSegment) -> Bool { one.row < other.row }
}

/// What the policy says of a segment to a kind of department. The raw values are the words of the policy.
package enum AxisRuling: String, Sendable, CaseIterable {
  case mayEnter = "may_enter"
  case mayPick = "may_pick"
  case mayFollow = "may_follow"
  case mayNotFollow = "may_not_follow"
  /// May follow for a further account (多账号) of a contract that a channel department once signed.
  case furtherAccount = "further_account"
  /// May follow where its holder neglects it (2月法则).
  case neglected
}
