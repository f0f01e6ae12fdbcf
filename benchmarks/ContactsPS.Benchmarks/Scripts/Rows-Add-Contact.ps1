param([object[]] $Rows)

$Rows | Add-Contact -ListName VIP
