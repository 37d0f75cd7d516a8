-- Whether demonstration files with a digest were loaded to the end. Parameters: digest (text). Result: boolean.
SELECT EXISTS (SELECT FROM lindero.demonstration d WHERE d.files_sha256 = :digest);
