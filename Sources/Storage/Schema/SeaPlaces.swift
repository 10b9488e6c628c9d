extension Migration {
  /// R5.10: the few places of the sea are leapt through, to find the customers of one.
  static let seaPlaces = Migration(
    name: "places of the sea",
    sql: """
      CREATE INDEX customer_sea_place ON customer (place) WHERE state = 'unassigned' AND place <> '';
      """)
}
