/// The panes one can go to, each with the digit that takes it after `g`.
enum PaneID: Int, CaseIterable, Sendable {
  case library = 1
  case sea = 3
  case alerts = 6

  /// The key of its name.
  var title: String {
    switch self {
    case .library: "pane.library"
    case .sea: "pane.sea"
    case .alerts: "pane.alerts"
    }
  }
}
