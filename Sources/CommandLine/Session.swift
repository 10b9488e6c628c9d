import Assets
import Domain
import Glibc
import Services

/// A base that is open, and who acts on it.
struct Session {
  let house: House
  let actor: Person

  /// The base of a call, where the caller may act as he says.
  init(_ context: Context, _ house: House) throws {
    self.house = house
    if context.isClockSet, try !house.isSandbox() { throw Refusal.notSandbox }
    actor = try Session.actor(context, in: house)
  }

  /// The operating-system owner of the file acts as whom he says, else as the first administrator; anybody else as
  /// the person whose login is his account's name.
  package static func actor(_ context: Context, in house: House) throws -> Person {
    let person = try named(context, in: house)
    // R2.4: who works here no more may not sign in.
    if !person.isActive { throw Refusal.deactivated(person.name) }
    return person
  }

  private static func named(_ context: Context, in house: House) throws -> Person {
    guard isOwner(of: context.path) else {
      let account = accountName()
      guard context.login == nil || context.login == account else { throw Refusal.notAllowed(.people) }
      return try Reading.person(login: account, in: house)
    }
    if let login = context.login { return try Reading.person(login: login, in: house) }
    guard let first = try Reading.firstAdministrator(in: house) else { throw Refusal.unknownPerson("admin") }
    return first
  }

  private static func isOwner(of path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid == geteuid()
  }

  /// R3.7: what is about to be printed is seen.
  func showNumbers(of view: CustomerView, _ call: Invocation) throws {
    guard view.isFirstSight else { return }
    try NoteNumberShown(view.customer.id).perform(by: actor.id, at: call.now, in: house)
  }

  /// A policy that the house has, so that a wrong one is told which there are.
  func require(policy name: String, of option: String) throws(UnknownChoice) {
    if house.rules.hasPolicy(name) { return }
    throw UnknownChoice(value: name, option: option, expected: house.rules.policyNames)
  }

  static func accountName() -> String {
    // In a container an account may have a number alone.
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "\(geteuid())" }
    return String(cString: name)
  }
}

extension Context {
  /// As whom the screens of this call act.
  package func actor(in house: House) throws -> Person {
    try Session.actor(self, in: house)
  }
}
