import Domain
import Services

/// What the sea asks of the house.
extension Question {
  /// A page of the sea. The first page of a search calls off the search before.
  static func sea(_ ask: SeaAsk, for kind: Search.Kind = .sea) -> Question where Answer == SeaPage {
    Question(
      search: Search(kind, isNew: ask.isNewSearch),
      record: { $0.isOfNumber && ask.isNewSearch ? NumberSearchErrand() : nil }
    ) {
      try SeaPage.read(ask.terms, after: ask.after, limit: ask.limit, by: $1, at: $2, in: $0)
    }
  }

  /// How many the sea has of these: one more than is shown, so that 1,000 is told from more.
  static func seaCount(_ terms: SeaTerms) -> Question where Answer == Int {
    Question(search: Search(.sea, isNew: false)) { house, actor, _ in
      try SeaPage.count(terms, cap: SeaAsk.mostCounted + 1, by: actor, in: house)
    }
  }

  /// What has become of these rows of the sea, and what came in since the newest of all.
  static func seaNews(
    of customers: [CustomerID], since newest: SeaCursor?, _ terms: SeaTerms
  ) -> Question where Answer == SeaNews {
    Question { try SeaNews.read(of: customers, since: newest, terms, by: $1, at: $2, in: $0) }
  }
}

extension Question<[KeptSeaView]> {
  /// The views of the sea one keeps.
  static var seaViews: Question { Question { house, actor, _ in try Reading.seaViews(of: actor, in: house) } }
}

/// A page of a search of the sea.
struct SeaAsk: Hashable, Sendable {
  /// A count goes no further: beyond, nobody reads on.
  static let mostCounted = 1_000

  var terms = SeaTerms()
  /// Nil for the first page.
  var after: SeaCursor?
  var limit = 50

  var isNewSearch: Bool { after == nil }
}
