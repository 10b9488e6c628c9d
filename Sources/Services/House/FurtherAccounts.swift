import Domain
import Storage

extension MomentUnit {
  /// Whether what somebody applies for can only be a further account of a signed customer (R9.2).
  func isForAnAccount(_ customer: Customer, of applicant: Person) throws -> Bool {
    guard customer.state == .signed, customer.holder != applicant.id else { return false }
    let (axis, kind) = (try rules.policy(applicant.policy).axis, try rules.departmentKind(of: applicant))
    return try axis.ruling(axisVerdict(on: customer, for: applicant).segment, for: kind) == .furtherAccount
  }

  /// The one further account that is not signed yet; nil where there is none.
  func openAccount(of customer: CustomerID) throws -> Customer? {
    try store.customers.accounts(of: customer).first { $0.holder != nil && $0.state != .signed }
  }

  /// R9.2: an account is of the contract under which a channel department signed its customer.
  func requireContract(_ contract: ContractName, of account: Customer) throws {
    guard let main = account.accountOf else { return }
    let signed = try store.orders.list(of: main).filter {
      !$0.isVoid && $0.confirmedOn != nil && $0.sellerKind == .channel
    }
    guard signed.contains(where: { $0.contract.folded == contract.folded }) else {
      throw Refusal.otherContract(signed.map(\.contract.text))
    }
  }
}

extension WritingUnit {
  /// Opens a further account: a record of its own with the name, the numbers and the main contact of its customer, in the
  /// applicant's library. The signed customer stays where it is.
  ///
  /// - Returns: the new record.
  func openAccount(of customer: Customer, for applicant: Person) throws -> CustomerID {
    guard let holder = try customer.holder.flatMap({ try store.people.holder($0) }) else {
      throw Refusal.notHeld
    }
    if let open = try openAccount(of: customer.id),
      let by = try open.holder.flatMap({ try store.people.holder($0) })
    {
      throw Refusal.accountOpen(by: by)
    }
    guard try axisVerdict(on: customer, for: applicant).verdict == .mayFollow else {
      throw Refusal.held(by: holder, since: try store.opportunities.open(of: customer.id)?.enteredAt ?? now)
    }
    if try store.customers.isBlocked(customer.id) { throw Refusal.blocked }
    try Gate(self, for: applicant).checkCapacity()
    let policy = try rules.policy(applicant.policy)
    let new = try CustomerIntake(tables: rules.tables, policy: policy).customer(try form(of: customer))
    let account = try add(new)
    try store.customers.link(account: account, of: customer.id)
    try open(account, for: applicant, wayIn: .granted)
    event.add(["account": account.code])
    return account
  }

  private func form(of customer: Customer) throws -> CustomerForm {
    let numbers = try store.numbers.list(of: customer.id).filter(\.isCallable)
    let contacts = try store.contacts.list(of: customer.id)
    let main = contacts.first(where: \.isMain) ?? contacts.first
    func texts(_ use: NumberUse) -> [String] { numbers.filter { $0.use == use }.map(\.display) }
    return CustomerForm(
      kind: customer.kind, name: customer.name, phones: texts(.phone), faxes: texts(.fax),
      mobiles: texts(.mobile),
      wechats: texts(.wechat), address: customer.address, contact: main?.name ?? "",
      contactTitle: main?.title ?? "",
      industry: customer.industry, source: customer.source)
  }
}
