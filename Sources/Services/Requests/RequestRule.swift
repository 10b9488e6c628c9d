import Domain
import Storage

/// One kind of request (R8.4): what is to be known before it is decided, who may say yes, and what a yes or a no does.
/// A new kind is a type of its own here, a case of `RequestKind`, and its words: `request.KIND`, `yes.KIND`,
/// `decide.FACT`.
protocol RequestRule {
  /// Whether somebody who may answer this asker may also say yes to what he asks; a no is always his.
  func mayGrant(_ asked: AskedRequest, _ judge: Person, in unit: ReadingUnit) throws -> Bool
  /// What a yes brings.
  func yes(_ asked: AskedRequest, in unit: MomentUnit) throws -> RequestFact?
  /// What is to be known beside the customer.
  func facts(_ asked: AskedRequest, in unit: MomentUnit) throws -> [RequestFact]
  /// - Throws: a refusal where what is asked can't be done, or no more; then the request stays open.
  func grant(_ asked: AskedRequest, in unit: WritingUnit) throws
  func refuse(_ asked: AskedRequest, in unit: WritingUnit) throws
  /// What a yes brings about once it is on record, in transactions of its own: so large that others work between them.
  func bringAbout(_ asked: AskedRequest, by judge: PersonID, at now: Instant, in house: House) throws
  /// The customer goes to somebody else instead: of what is lost alone (R3.9).
  func give(_ asked: AskedRequest, to receiver: Person, in unit: WritingUnit) throws
  /// What the asker is told of a yes; nil where what it did tells him.
  var toldOfYes: AlertKind? { get }
}

extension RequestRule {
  func mayGrant(_ asked: AskedRequest, _ judge: Person, in unit: ReadingUnit) throws -> Bool { true }
  func refuse(_ asked: AskedRequest, in unit: WritingUnit) throws {}
  func bringAbout(_ asked: AskedRequest, by judge: PersonID, at now: Instant, in house: House) throws {}
  func give(_ asked: AskedRequest, to receiver: Person, in unit: WritingUnit) throws {
    throw Refusal.unknownRequest(String(asked.id.value))
  }
  var toldOfYes: AlertKind? { .requestGranted }
}

extension RequestKind {
  var rule: any RequestRule {
    switch self {
    case .extension: ExtensionRequests()
    case .takeBack: TakeBackRequests()
    case .lost: LostRequests()
    case .void: VoidRequests()
    case .handover: HandoverRequests()
    case .cooperation: CooperationRequests()
    }
  }
}

extension AskedRequest {
  /// The opportunity it was asked about, while that goes on; a request ends with it (R4.17).
  func opportunity(in unit: MomentUnit) throws -> Opportunity? {
    guard let customer, let open = try unit.store.opportunities.open(of: customer), open.id == opportunity
    else { return nil }
    return open
  }

  func requireOpportunity(in unit: MomentUnit) throws -> Opportunity {
    guard let opportunity = try opportunity(in: unit) else { throw settled }
    return opportunity
  }

  /// That somebody has answered, or that it is over.
  var settled: Refusal { .alreadyAnswered(by: answeredBy, at: answeredBy == nil ? nil : answeredAt) }
}
