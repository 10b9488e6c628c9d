extension Folding {
  /// The pairs of neighbouring characters of the folded text, each once, in the order of their first place: the terms of
  /// the full-text index and of its queries. A text of one character gives that one, an empty one none.
  package func grams(of text: String) -> [String] {
    let scalars = scalars(of: text)
    guard scalars.count > 1 else { return scalars.map { String($0) } }
    var seen: Set<UInt64> = []
    var grams: [String] = []
    for (first, second) in zip(scalars, scalars.dropFirst()) {
      if seen.insert(UInt64(first.value) << 32 | UInt64(second.value)).inserted {
        grams.append(String([first, second]))
      }
    }
    return grams
  }
}
