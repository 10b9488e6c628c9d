import Domain
import Services
import TerminalKit

/// Everything about one customer (R10.1): what stays above, what moves below, in tabs.
struct CustomerPane: Pane {
  private(set) var id: CustomerID
  private let name: String
  /// The list it was opened from, which `n` and `N` go through.
  private let among: [CustomerID]
  private(set) var view: CustomerView?
  private(set) var tab = CustomerTab.timeline
  /// The lines of the tab, by their place.
  var list = ListState<Int>()
  /// Which of the numbers is dialled and copied; nil is the first that may be.
  private(set) var numberIndex: Int?
  private let me: PersonID

  init(_ subject: Subject, among: [CustomerID], me: PersonID) {
    id = subject.id
    name = subject.name
    self.among = among
    self.me = me
  }

  /// A code that was merged leads to the customer it belongs to (R3.11).
  var subject: Subject? { Subject(view?.customer.id ?? id, name: view?.customer.name ?? name) }

  /// Whether it is one's own to act on.
  var isMine: Bool { view.map { $0.customer.holder == me } ?? false }

  /// Its place in the list it came from.
  var place: (number: Int, count: Int)? {
    among.firstIndex(of: id).map { ($0 + 1, among.count) }
  }

  /// The numbers one can speak to somebody by.
  var numbers: [CustomerNumber] { view?.numbers.filter(\.use.isDialled) ?? [] }

  var number: CustomerNumber? {
    guard let numberIndex, numbers.indices.contains(numberIndex) else { return view.flatMap(Dialling.best) }
    return numbers[numberIndex]
  }

  // MARK: changes

  mutating func take(_ view: CustomerView) {
    self.view = view
    list.update(rows: Array(0..<tab.count(view)))
  }

  mutating func show(_ tab: CustomerTab) {
    self.tab = tab
    list = ListState(rows: Array(0..<(view.map(tab.count) ?? 0)))
  }

  /// The neighbour in the list; nil at its ends.
  func neighbour(_ step: Int) -> CustomerID? {
    guard let place = among.firstIndex(of: id), among.indices.contains(place + step) else { return nil }
    return among[place + step]
  }

  mutating func turn(to id: CustomerID) {
    self.id = id
    view = nil
    numberIndex = nil
    list = ListState()
  }

  mutating func switchNumber(_ step: Int) {
    guard !numbers.isEmpty else { return }
    let present = number.flatMap { numbers.firstIndex(of: $0) } ?? -1
    numberIndex = (present + step + numbers.count) % numbers.count
  }
}
