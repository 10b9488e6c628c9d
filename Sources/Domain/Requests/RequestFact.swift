/// Something to know before a request is decided (R8.4): scripts read its name, words show it under `decide.NAME`.
package struct RequestFact: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case at(Instant)
    /// A due moment, told by the day it belongs to.
    case due(Instant)
    case count(Int)
    case text(String)
    /// One of a few words, told under its own key: `lost_reason.competitor`.
    case word(String, under: String)
  }

  package let name: String
  package let value: Value

  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}
