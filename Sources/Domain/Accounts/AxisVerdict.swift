/// Whose a customer is, as the service axis asks.
package enum Possession: Sendable, Equatable {
  /// Nobody knows of it.
  case unknown
  case sea
  /// Somebody's, since this day.
  case held(since: Day)
}

/// Who asks for a customer, and for what.
package struct AxisAsker: Sendable {
  package let kind: DepartmentKind
  /// The folded contract name of the further account he asks for; nil while that is not known.
  package let contract: String?

  package init(_ kind: DepartmentKind, contract: String? = nil) {
    self.kind = kind
    self.contract = contract
  }
}

extension ServiceAxis {
  /// Where a customer with these orders stands: the first row of the table that matches any of them.
  package func segment(of orders: [Order], _ possession: Possession, on day: Day) -> AxisSegment {
    switch possession {
    case .unknown: return .unknown
    case .sea: return .sea
    case .held: break
    }
    return orders.filter { !$0.isVoid }.map { order in
      order.term(on: day).map { segment(of: $0, on: day) } ?? .ordered
    }.min() ?? .held
  }

  /// What somebody may do about a customer that is not his own.
  ///
  /// - Parameters:
  ///   - orders: all of the customer's.
  ///   - lastContact: the day of the last effective contact; nil where there was none.
  package func verdict(
    on orders: [Order], _ possession: Possession, lastContact: Day?, for asker: AxisAsker, on day: Day
  ) -> (verdict: Verdict, segment: AxisSegment) {
    let segment = segment(of: orders, possession, on: day)
    let verdict: Verdict =
      switch ruling(segment, for: asker.kind) {
      case .mayEnter: .mayEnter
      case .mayPick: .mayPick
      case .mayFollow: .mayFollow
      case .mayNotFollow: .mayNotFollow
      case .furtherAccount: orders.allowFurtherAccount(under: asker.contract) ? .mayFollow : .mayNotFollow
      case .neglected: isNeglected(possession, lastContact, on: day) ? .mayFollow : .mayNotFollow
      }
    return (verdict, segment)
  }

  /// 2月法则: held two months by its present holder, and no effective contact for two months.
  private func isNeglected(_ possession: Possession, _ lastContact: Day?, on day: Day) -> Bool {
    guard case .held(let since) = possession, since.adding(months: heldMonths) <= day else { return false }
    return lastContact.map { $0.adding(months: quietMonths) <= day } ?? true
  }
}

extension [Order] {
  /// A channel department once signed it, and the new account is under the same contract name. Where that name is not
  /// known yet, it is asked once it is.
  fileprivate func allowFurtherAccount(under contract: String?) -> Bool {
    let signed = filter { !$0.isVoid && $0.confirmedOn != nil }
    return signed.contains { $0.sellerKind == .channel }
      && (contract == nil || signed.contains { $0.contract.folded == contract })
  }
}
