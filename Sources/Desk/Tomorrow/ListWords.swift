import Domain
import Services

/// What is said of a list in more than one place.
enum ListWords {
  /// A text with `43/50` at its place {prepared}, and `3/5` at {new}.
  static func text(
    _ key: String, _ figures: ListFigures, _ context: Context, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    context.words.filled(key) { name in
      switch name {
      case "prepared": "\(figures.prepared)/\(figures.target)"
      case "new": "\(figures.new)/\(figures.newTarget)"
      default: values.first { $0.key == name }?.value
      }
    }
  }

  /// Who is going to look at it: the nearest above.
  static func manager(_ superiors: [Refusal.Holder], _ context: Context) -> String {
    superiors.first?.name ?? context.words["tomorrow.manager"]
  }
}
