/// Whether bytes are UTF-8, as the standard library sees it.
enum UTF8Check {
  enum Finding: Equatable {
    case valid
    /// The bytes from this index on are the start of a character whose rest is yet to come.
    case unfinished(from: Int)
    case invalid(at: Int)
  }

  static func check(_ bytes: ArraySlice<UInt8>) -> Finding {
    bytes.withUnsafeBufferPointer { buffer in
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: buffer.span)
        return .valid
      } catch {
        let start = error.byteOffsets.lowerBound
        let isUnfinished = error.kind == .truncatedScalar && error.byteOffsets.upperBound == buffer.count
        return isUnfinished ? .unfinished(from: start) : .invalid(at: start)
      }
    }
  }

  /// How many characters beyond ASCII are well formed, and how many bytes belong to none. An unfinished character
  /// at the end counts as neither.
  static func census(_ bytes: ArraySlice<UInt8>) -> (sequences: Int, slips: Int) {
    var (sequences, slips) = (0, 0)
    var rest = bytes
    while !rest.isEmpty {
      let valid: Int
      switch check(rest) {
      case .valid: valid = rest.count
      case .unfinished(let start): return (sequences + leads(rest.prefix(start)), slips)
      case .invalid(let start):
        valid = start
        slips += 1
      }
      sequences += leads(rest.prefix(valid))
      rest = rest.dropFirst(valid + 1)
    }
    return (sequences, slips)
  }

  private static func leads(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) }
  }
}
