param([object[]] $Rows)

$Rows | ForEach-Object { }
