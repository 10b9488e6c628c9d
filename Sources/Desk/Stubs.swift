import Domain
import Services
import TerminalKit

protocol StubPane: Pane {}
extension StubPane {
  static var keymap: Keymap<Command, Self> { Keymap(Binding.going) }
  func title(_ context: Context) -> String { "" }
  func choices(_ context: Context) -> [Choice] { [] }
  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {}
}
struct CustomerPane: StubPane { init(_ s: Subject, among: [CustomerID]) {} }
struct NotePane: StubPane {
  init(_ s: Subject) {}
  init(_ c: Call, outcome: Outcome, _ context: Context) {}
  var draftDeed: Deed? { nil }
  mutating func takeEdited(_ text: String) -> [Effect] { [] }
}
struct PlanPane: StubPane { init(_ s: Subject) {} }
struct AlertsPane: StubPane {}
struct DraftOfferPane: StubPane { init(_ d: Draft) {} }
