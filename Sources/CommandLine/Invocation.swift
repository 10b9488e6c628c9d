import Assets
import Domain
import FoundationEssentials
import Services

/// One call of one command.
struct Invocation {
  let arguments: ParsedArguments
  let context: Context
  private let base: CallBase
  private let shipped: HouseRules

  init(_ arguments: ParsedArguments, _ context: Context) throws {
    self.arguments = arguments
    self.context = context
    base = CallBase(context)
    shipped = try context.rules
  }

  var words: Words { context.words }
  var now: Instant { context.began }

  /// Those the house has adopted (R4.15); without a base, those that ship.
  var rules: HouseRules { base.ifThere()?.rules ?? shipped }

  /// That of the caller's department; without a base or a place in it, the one a new base gets.
  var policy: Policy? {
    if let house = base.ifThere(), let actor = try? Session.actor(context, in: house) {
      return try? house.rules.policy(actor.policy)
    }
    return try? shipped.policy("channel")
  }

  /// R4.5: a day is the house's own in every answer.
  var calendar: HouseCalendar { rules.calendar }
  var wording: Wording { Wording(words, calendar: calendar) }

  /// What refuses with a moment has looked into the base; no other fault opens one to be told.
  var errors: ErrorWording {
    let calendar = (base.ifOpen?.rules ?? shipped).calendar
    return ErrorWording(Wording(words, calendar: calendar), at: now)
  }

  func session() throws -> Session { try Session(context, try base.house()) }

  /// Nil where there is no base.
  func house() throws -> House? {
    base.exists ? try base.house() : nil
  }

  /// The operand as a customer code or id.
  func customer(_ index: Int = 0) throws -> CustomerID {
    try CustomerID(typed: arguments.operand(index) ?? "")
  }

  func customer(option: String) throws -> CustomerID? {
    try arguments.value(option).map { try CustomerID(typed: $0) }
  }

  /// What stands above the columns of a list.
  func heading(_ columns: String...) -> [String] { columns.map { words["column.\($0)"] } }

  /// The next contact as every answer tells it (R6.1, R11.8).
  func json(_ next: NextContact?) -> [String: JSONOutput] {
    [
      "next_contact_at": time(next?.at), "agreed": .bool(next?.isAgreed ?? false),
      "purpose": .text(next.flatMap { $0.purpose.isEmpty ? nil : $0.purpose }),
    ]
  }

  /// The days from `--from` to `--to`: to today, and from the day that is usual there, unless said.
  func span(from usual: (Day) -> Day) throws -> ReportSpan {
    let last = try arguments.day("--to") ?? calendar.day(of: now)
    let first = try arguments.day("--from") ?? usual(last)
    guard let span = ReportSpan(from: first, to: last) else {
      throw UsageError.badValue(
        first.iso, of: "--from", expected: "\((last - ReportSpan.longest + 1).iso)...\(last.iso)")
    }
    return span
  }

  func time(_ moment: Instant?) -> JSONOutput {
    .text(moment.map(calendar.iso8601))
  }
}

extension CustomerID {
  /// A code or id as somebody typed it.
  init(typed text: String) throws {
    guard let id = CustomerID(codeOrID: text) else { throw Refusal.unknownCustomer(text) }
    self = id
  }
}
