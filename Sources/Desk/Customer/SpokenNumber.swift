import Domain

extension CustomerNumber {
  /// As it is shown, up to its extension.
  var withoutExtension: Substring { display.split(separator: "转", maxSplits: 1).first ?? "" }

  /// As it is dialled, and whom to ask for then: `051260000001 转 8001`.
  var spoken: String {
    let parts = display.split(separator: "转", maxSplits: 1)
    return parts.count > 1 ? "\(dialled) 转\(parts[1])" : dialled
  }
}
