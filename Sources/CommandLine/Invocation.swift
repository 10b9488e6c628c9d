import Assets
import Domain
import Services

/// One call of one command.
struct Invocation {
  let arguments: ParsedArguments
  let context: Context

  var words: Words { context.wording.words }
  var wording: Wording { context.wording }
  var calendar: HouseCalendar { context.rules.calendar }

  func session() throws -> Session { try Session(context) }

  /// The operand as a customer code or id.
  func customer(_ index: Int = 0) throws -> CustomerID {
    let text = arguments.operand(index) ?? ""
    guard let id = CustomerID(codeOrID: text) else { throw Refusal.unknownCustomer(text) }
    return id
  }

  func time(_ moment: Instant?) -> JSONOutput {
    .text(moment.map(calendar.iso8601))
  }
}
