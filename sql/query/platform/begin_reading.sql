-- Makes the transaction that has just begun see one state of the database, and change nothing. Parameters: none.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
