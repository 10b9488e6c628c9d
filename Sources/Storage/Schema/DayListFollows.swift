extension Migration {
  /// R7.5: a list that was handed in changes where a customer leaves it, comes back or stands at another level; not
  /// where one that has left it already goes on elsewhere. What was sent back may be handed in again as it was.
  static let dayListFollows = Migration(
    name: "what changes a list",
    sql: """
      DROP TRIGGER day_list_follows;
      CREATE TRIGGER day_list_follows AFTER UPDATE OF opportunity, intent, flow_back_at ON customer
      WHEN old.opportunity IS NOT new.opportunity OR old.intent <> new.intent OR old.flow_back_at IS NOT new.flow_back_at
      BEGIN
        UPDATE day_list SET version = version + 1
        WHERE (old.opportunity IS NOT new.opportunity OR old.intent <> new.intent) AND status IN ('submitted', 'returned')
          AND id IN (
            SELECT list FROM day_list_row WHERE customer = new.id AND is_live
              AND (is_held <> (opportunity IS new.opportunity) OR (is_held AND intent <> new.intent)));
        UPDATE day_list_row SET is_held = (opportunity IS new.opportunity), intent = new.intent, due = new.flow_back_at
        WHERE customer = new.id AND is_live;
      END;
      """)
}
