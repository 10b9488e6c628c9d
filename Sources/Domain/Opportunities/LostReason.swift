/// Why a customer is lost (战败, R3.9). The raw values are what the base stores and part of the command line's contract.
package enum LostReason: String, Sendable, CaseIterable {
  case noNeed = "no_need"
  case competitor, budget, unreachable, other
}
